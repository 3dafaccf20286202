{{ config(
    enabled=var('scored_matching') and var('match_labels'),
    materialized='fixpoint',
    initial='int_identity__link_rule_start',
    max_iterations=100,
) }}
-- depends_on: {{ ref('int_identity__link_rule_start') }}

-- Grain: one row: the rule that says how likely two clusters are one person, learned from answers:
-- the log-odds are a sum of features times these coefficients. A logistic regression that starts
-- from what is usual and is held near it as strongly as macro usual_link_rule says, so that few
-- answers move it little. One answer in twenty is taken to be wrong: an answer that everything
-- speaks against moves it hardly. Each round is a step of Fisher scoring; a move of less than a
-- hundred-thousandth, or the fortieth round, ends it.
{% set usual = firstparty.usual_link_rule() -%}
{% set names = usual | list -%}
{% set odds, sums, equations, moved, moves = [], {}, {}, {}, [] -%}
{% for name, coefficient in usual.items() -%}
    {% set row, strength = loop.index, 1 / coefficient.deviation ** 2 -%}
    {% do odds.append('previous.' ~ name ~ ' * events.' ~ name) -%}
    {% for other in names -%}
        {% do sums.update({'curvature_' ~ row ~ '_' ~ loop.index:
            'coalesce(cast(sum(cast(curvature * ' ~ name ~ ' * ' ~ other
            ~ ' as decimal(38, 9))) as double), 0)'}) -%}
        {% do equations.update({'a_' ~ row ~ '_' ~ loop.index: 'sums.curvature_' ~ row ~ '_'
            ~ loop.index ~ (' + ' ~ strength if loop.index == row else '')}) -%}
    {% endfor -%}
    {% do sums.update({'pull_' ~ row:
        'coalesce(cast(sum(cast(pull * ' ~ name ~ ' as decimal(38, 9))) as double), 0)'}) -%}
    {% do equations.update({'b_' ~ row: 'sums.pull_' ~ row ~ ' + (' ~ coefficient.mean
        ~ ' - previous.' ~ name ~ ') * ' ~ strength}) -%}
    {% do moves.append('abs(solved.step_' ~ row ~ ')') -%}
    {% do moved.update({name: 'case when previous.is_settled then previous.' ~ name
        ~ ' else previous.' ~ name ~ ' + solved.step_' ~ row ~ ' end'}) -%}
{% endfor -%}

with previous as (select * from {{ firstparty.fixpoint_previous() }}),

events as (select * from {{ ref('int_identity__label_events') }}),

expected as (
    select
        events.*,
        1 / (1 + exp(-({{ odds | join(' + ') }}))) as probability
    from events
    cross join previous
),

doubted as (
    select
        *,
        0.05 + 0.9 * probability as answer_probability,
        0.9 * probability * (1 - probability) as slope
    from expected
),

pulls as (
    select
        *,
        slope * (answer - answer_probability)
        / (answer_probability * (1 - answer_probability)) as pull,
        slope * slope / (answer_probability * (1 - answer_probability)) as curvature
    from doubted
),

-- Decimals, for their sum does not depend on the order of rows.
sums as (
    select {{ firstparty.named_columns(sums) }}
    from pulls
),

pivoted_0 as (
    select {{ firstparty.named_columns(equations) }}
    from sums
    cross join previous
),

{{ firstparty.solved_equations('pivoted', names | length) }},

int_identity__link_rule as (
    select
        case when previous.is_settled then previous.iteration else previous.iteration + 1 end
            as iteration,
        previous.is_settled
        or previous.iteration >= 40
        or greatest({{ moves | join(', ') }}) < 1e-5 as is_settled,
        previous.answer_count,
        {{ firstparty.named_columns(moved) }}
    from previous
    cross join solved
)

select * from int_identity__link_rule
