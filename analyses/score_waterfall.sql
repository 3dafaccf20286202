-- How did the score of a pair come about? One row per step: what it adds (nats), the sum so far,
-- and on the last row the verdict in words. Ask about any two records by var:
-- dbt show --inline "$(cat analyses/score_waterfall.sql)" --limit 50 \
--     --vars '{pair: [crm:C1, shop:S1]}'
-- No rows: one of the two is not there, or says nothing by which people are compared. With var
-- person_id instead it weighs both ends of every edge of that person, kept or not, scored or not.
-- Without either it shows four pairs: a sure match, a household, namesakes, and a doubtful one.
{% if var('scored_matching') -%}
    with records as (select * from {{ ref('int_identity__match_records') }}),

    parameters as (select * from {{ ref('int_identity__match_parameters') }}),

    levels as (select * from {{ ref('int_identity__level_frequencies') }}),

    {% if var('person_id') and not var('pair') -%}
        person_records as (select * from {{ ref('person_records') }}),

        edges as (select * from {{ ref('identity_edges') }}),
    {%- else -%}
        pair_weights as (select * from {{ ref('int_identity__pair_weights') }}),

        pattern_weights as (select * from {{ ref('int_identity__pattern_weights') }}),
    {%- endif %}

    {% if var('pair') -%}
        pairs as (
            select
                'asked for' as example,
                min(record_number) as left_number,
                max(record_number) as right_number
            from records
            where record_id in ({{ firstparty.text_literals(var('pair')) }})
            having count(*) = 2
        ),
    {%- elif var('person_id') -%}
        pairs as (
            select
                'an edge' as example,
                least(left_records.record_number, right_records.record_number) as left_number,
                greatest(left_records.record_number, right_records.record_number) as right_number
            from edges
            inner join person_records as left_persons
                on edges.left_record_id = left_persons.record_id
            inner join person_records as right_persons
                on edges.right_record_id = right_persons.record_id
            inner join records as left_records on edges.left_record_id = left_records.record_id
            inner join records as right_records on edges.right_record_id = right_records.record_id
            where
                {{ firstparty.text_literal(var('person_id')) }}
                in (left_persons.person_id, right_persons.person_id)
        ),
    {%- else -%}
        ranked as (
            {% for example, ordering in {
                'a sure match': 'pattern_weights.match_probability desc',
                'a household': 'pattern_weights.household_probability desc',
                'namesakes': 'pattern_weights.namesake_probability desc',
                'a doubtful one': 'abs(pattern_weights.match_probability - 0.5)',
            }.items() -%}
                {{ "union all" if not loop.first }}
                select
                    '{{ example }}' as example,
                    pair_weights.left_number,
                    pair_weights.right_number,
                    row_number() over (
                        order by
                            {{ ordering }},
                            pair_weights.left_number,
                            pair_weights.right_number
                    ) as place
                from pair_weights
                inner join pattern_weights on pair_weights.pattern = pattern_weights.pattern
            {% endfor -%}
        ),

        pairs as (
            select
                example,
                left_number,
                right_number
            from ranked
            where place = 1
        ),
    {%- endif %}

    {{ firstparty.score_waterfall('pairs', 'records', 'parameters', 'levels') }}

    select
        pairs.example,
        left_records.record_id as left_record_id,
        right_records.record_id as right_record_id,
        score_waterfall.what,
        score_waterfall.nats,
        score_waterfall.total,
        score_waterfall.match_probability,
        score_waterfall.household_probability,
        score_waterfall.namesake_probability,
        score_waterfall.unrelated_probability,
        score_waterfall.verdict
    from score_waterfall
    inner join pairs
        on
            score_waterfall.left_number = pairs.left_number
            and score_waterfall.right_number = pairs.right_number
    inner join records as left_records on pairs.left_number = left_records.record_number
    inner join records as right_records on pairs.right_number = right_records.record_number
    order by
        pairs.example,
        score_waterfall.left_number,
        score_waterfall.right_number,
        score_waterfall.step
{%- else -%}
    select 'Pairs are scored only where var scored_matching is true.' as what
{%- endif %}
