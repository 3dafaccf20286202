{{ config(
    enabled=var('scored_matching'),
    materialized='fixpoint',
    initial='int_identity__match_start',
    max_iterations=200,
) }}
-- depends_on: {{ ref('int_identity__match_start') }}

-- Grain: one row per field and level: its share in each class of pairs, unrelated (u), match (m),
-- household (h) and namesake (n), learned by expectation and maximisation on the counts of
-- patterns; row '' holds the sizes of the classes, also of namesakes at home (j) and twins (t),
-- each at most a twentieth of the households. Learning has settled when the number of matches moves
-- by less than two in 100,000, those of households and namesakes by less than two in 10,000, each
-- with a hundredth of a pair beside it: a small file may have none.
{% set fields = firstparty.comparisons() | map(attribute='name') | list -%}

with previous as (select * from {{ firstparty.fixpoint_previous() }}),

patterns as (select * from {{ ref('int_identity__patterns') }}),

level_frequencies as (select * from {{ ref('int_identity__level_frequencies') }}),

{{ firstparty.class_posterior('patterns', 'previous') }},

listed_fields as (
    select '' as field
    {% for field in fields -%}
        union all
        select '{{ field }}' as field
    {% endfor -%}
),

levelled as (
    select
        posterior.*,
        listed_fields.field,
        case listed_fields.field
            {% for field in fields -%}
                when '{{ field }}' then posterior.{{ field }}
            {% endfor -%}
        end as level
    from posterior
    cross join listed_fields
),

-- One pass over the patterns for all fields, and for the sizes of the classes (field '').
counted as (
    select
        field,
        level,
        {{ firstparty.expected_counts(['m', 'h', 'n', 'j', 't']) }}
    from levelled
    group by field, level
),

expected as (
    select *
    from counted
    where field <> '' and level is not null
),

-- One row even where no pair was compared.
sizes as (
    select
        coalesce(max(m), 0) as m,
        coalesce(max(h), 0) as h,
        coalesce(max(n), 0) as n,
        coalesce(max(j), 0) as j,
        coalesce(max(t), 0) as t
    from counted
    where field = ''
),

before as (
    select
        iteration,
        u,
        m,
        h,
        n
    from previous
    where field = ''
),

{{ firstparty.maximised_shares('expected', 'sizes', 'before', 'level_frequencies') }},

progress as (
    select
        before.iteration,
        before.u,
        before.iteration >= 8
        and abs(sizes.m - before.m) <= 2e-5 * before.m + 0.01
        and abs(sizes.h - before.h) <= 2e-4 * before.h + 0.01
        and abs(sizes.n - before.n) <= 2e-4 * before.n + 0.01 as is_settled
    from before
    cross join sizes
),

int_identity__match_parameters as (
    select
        progress.iteration + 1 as iteration,
        maximised.field,
        maximised.level,
        maximised.u,
        maximised.m,
        maximised.h,
        maximised.n,
        cast(null as double) as j,
        cast(null as double) as t
    from maximised
    cross join progress
    where not progress.is_settled
    union all
    select
        progress.iteration + 1 as iteration,
        '' as field,
        cast(0 as integer) as level,
        progress.u,
        sizes.m + 1e-6 as m,
        sizes.h + 1e-6 as h,
        sizes.n + 1e-6 as n,
        least(sizes.j, 0.05 * sizes.h) + 1e-6 as j,
        least(sizes.t, 0.05 * sizes.h) + 1e-6 as t
    from progress
    cross join sizes
    where not progress.is_settled
    union all
    select previous.*
    from previous
    cross join progress
    where progress.is_settled
)

select * from int_identity__match_parameters
