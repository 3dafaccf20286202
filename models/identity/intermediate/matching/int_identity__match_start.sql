{{ config(enabled=var('scored_matching')) }}

-- Grain: one row per field and level: where learning starts. Row '' holds the sizes of the
-- classes: all pairs of records, and half as many of the other three as there are records.
with level_frequencies as (select * from {{ ref('int_identity__level_frequencies') }}),

records as (select * from {{ ref('int_identity__match_records') }}),

int_identity__match_start as (
    select
        cast(0 as integer) as iteration,
        field,
        level,
        u_observed as u,
        start_share as m,
        case when family in ('name', 'birth') then u_observed else start_share end as h,
        case when family in ('birth', 'place') then u_observed else start_share end as n
    from level_frequencies
    union all
    select
        cast(0 as integer) as iteration,
        '' as field,
        cast(0 as integer) as level,
        greatest(cast(count(*) as double) * (count(*) - 1) / 2, 1) as u,
        greatest(cast(count(*) as double) / 2, 1) as m,
        greatest(cast(count(*) as double) / 2, 1) as h,
        greatest(cast(count(*) as double) / 2, 1) as n
    from records
)

select * from int_identity__match_start
