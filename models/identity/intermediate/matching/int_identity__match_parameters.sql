{{ config(
    enabled=var('scored_matching'),
    materialized='fixpoint',
    initial='int_identity__match_start',
    max_iterations=80,
) }}
-- depends_on: {{ ref('int_identity__match_start') }}

-- Grain: one row per field and level: its share in each class of pairs, unrelated (u), match (m),
-- household (h) and namesake (n), learned by expectation and maximisation on the counts of
-- patterns; row '' holds the sizes of the classes. Matches get 200 pairs of what is expected, the
-- other two ten. From the fourth round on u is corrected for the matches and households that are
-- among random pairs. It has settled when the number of matches moves by less than two in 100,000,
-- those of households and namesakes by less than two in 10,000, each with a hundredth of a pair
-- beside it: a small file may have none.
{% set fields = firstparty.comparisons() | map(attribute='name') | list -%}

with previous as (select * from {{ firstparty.fixpoint_previous() }}),

patterns as (select * from {{ ref('int_identity__patterns') }}),

level_frequencies as (select * from {{ ref('int_identity__level_frequencies') }}),

{{ firstparty.class_posterior('patterns', 'previous') }},

expected as (
    {% for field in fields -%}
        {{ "union all" if not loop.first }}
        select
            '{{ field }}' as field,
            {{ field }} as level,
            {{ firstparty.expected_counts() }}
        from posterior
        where {{ field }} is not null
        group by {{ field }}
    {% endfor -%}
),

sizes as (
    select {{ firstparty.expected_counts() }}
    from posterior
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

{{ firstparty.smoothed_shares('expected', 'level_frequencies') }},

corrected as (
    select
        shared.*,
        case
            when before.iteration < 3 then shared.u_observed
            else greatest(
                shared.u_observed - (sizes.m * shared.m + sizes.h * shared.h) / before.u,
                0.05 * shared.u_observed
            )
        end as u_corrected
    from shared
    cross join sizes
    cross join before
),

rests as (
    select
        field,
        greatest(0.001, 1 - cast(sum(cast(
            case when kind = 'last' then 0 else u_corrected end as decimal(38, 18)
        )) as double)) as u_rest
    from corrected
    group by field
),

strangers as (
    select
        corrected.field,
        corrected.family,
        corrected.level,
        case when corrected.kind = 'last' then rests.u_rest else corrected.u_corrected end as u,
        corrected.m,
        corrected.h,
        corrected.n
    from corrected
    inner join rests on corrected.field = rests.field
),

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
        strangers.field,
        strangers.level,
        strangers.u,
        strangers.m,
        case
            when strangers.family in ('name', 'birth') then strangers.u else strangers.h
        end as h,
        case
            when strangers.family in ('birth', 'place') then strangers.u else strangers.n
        end as n
    from strangers
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
        sizes.n + 1e-6 as n
    from progress
    cross join sizes
    where not progress.is_settled
    union all
    select
        previous.iteration,
        previous.field,
        previous.level,
        previous.u,
        previous.m,
        previous.h,
        previous.n
    from previous
    cross join progress
    where progress.is_settled
)

select * from int_identity__match_parameters
