{{ config(enabled=var('scored_matching')) }}

-- Grain: one row per pattern: the probability of each class, and the weight in millionths of a
-- nat: the logarithm of the odds that a pair with this pattern is one person. Whole numbers add up
-- to the same in any order. Two exceptions make the weight less: names alone must be four times as
-- likely one person as not, for namesakes who left nothing else do not show in the data; and of an
-- equal identifier alone the rules of identifiers decide, which know who else has it.
{% set fields = firstparty.comparisons() | map(attribute='name') | list -%}
{% set names = ['given', 'family', 'middle', 'gender', 'tokens'] -%}
{% set identifiers = ['email', 'phone', 'id'] | select('in', fields) -%}

with patterns as (select * from {{ ref('int_identity__patterns') }}),

parameters as (select * from {{ ref('int_identity__match_parameters') }}),

{{ firstparty.class_posterior('patterns', 'parameters') }},

weighed as (
    select
        *,
        cast(round(1e6 * (
            ln_m - ln_most - ln(likelihood_others)
        )) as bigint) as weight,
        coalesce({{ fields | reject('in', names) | join(', ') }}) is null as is_names_only,
        {% for identifier in identifiers -%}
            (
                {{ identifier }} = 1
                and coalesce({{ fields | reject('eq', identifier) | join(', ') }}) is null
            ){{ " or" if not loop.last }}
        {% endfor %} as is_identifier_only
    from posterior
),

int_identity__pattern_weights as (
    select
        pattern,
        pair_count,
        case
            when is_identifier_only then least(weight, 0)
            when is_names_only then weight - 1386294
            else weight
        end as weight,
        share_m as match_probability,
        share_h + share_j + share_t as household_probability,
        share_n as namesake_probability,
        share_u as unrelated_probability
    from weighed
)

select * from int_identity__pattern_weights
