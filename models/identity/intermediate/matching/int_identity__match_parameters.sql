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
-- with a hundredth of a pair beside it (a small file may have none), or after the 120th round. What
-- an earlier build learned is kept instead while it fits the data (see macro kept_parameters).
{% set fields = firstparty.comparisons() | map(attribute='name') | list -%}

with previous as (select * from {{ firstparty.fixpoint_previous() }}),

patterns as (select * from {{ ref('int_identity__patterns') }}),

level_frequencies as (select * from {{ ref('int_identity__level_frequencies') }}),

{{ firstparty.kept_parameters('previous', firstparty.earlier_parameters()) }},

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

before as (
    select *
    from previous
    where field = ''
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

{{ firstparty.maximised_shares('expected', 'sizes', 'before', 'level_frequencies') }},

progress as (
    select
        kept_model.is_kept,
        not kept_model.is_kept
        and before.iteration >= 8
        and (before.iteration >= 120 or (
            abs(sizes.m - before.m) <= 2e-5 * before.m + 0.01
            and abs(sizes.h - before.h) <= 2e-4 * before.h + 0.01
            and abs(sizes.n - before.n) <= 2e-4 * before.n + 0.01
        )) as is_settled
    from before
    cross join sizes
    cross join kept_model
),

learned as (
    select
        field,
        level,
        u,
        m,
        h,
        n,
        cast(null as double) as j,
        cast(null as double) as t
    from maximised
    union all
    select
        '' as field,
        cast(0 as integer) as level,
        before.u,
        sizes.m + 1e-6 as m,
        sizes.h + 1e-6 as h,
        sizes.n + 1e-6 as n,
        least(sizes.j, 0.05 * sizes.h) + 1e-6 as j,
        least(sizes.t, 0.05 * sizes.h) + 1e-6 as t
    from before
    cross join sizes
),

int_identity__match_parameters as (
    select
        previous.iteration + 1 as iteration,
        learned.*,
        previous.definition_fingerprint,
        previous.data_fingerprint,
        previous.trained_at,
        previous.record_count,
        previous.pair_count
    from learned
    inner join previous on learned.field = previous.field and learned.level = previous.level
    cross join progress
    where not progress.is_settled and not progress.is_kept
    union all
    select previous.*
    from previous
    cross join progress
    where progress.is_settled
    union all
    select kept.*
    from kept
    cross join progress
    where progress.is_kept
)

select * from int_identity__match_parameters
