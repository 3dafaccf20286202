{{ config(enabled=var('scored_matching')) }}

-- Grain: one row per field and level: where learning starts. Row '' holds the sizes of the
-- classes: all pairs of records of one country, half as many of the next three as there are
-- records, and a twentieth as many of the two that look like matches (see class_posterior). No size
-- is zero, for logarithms are taken.
with level_frequencies as (select * from {{ ref('int_identity__level_frequencies') }}),

records as (select * from {{ ref('int_identity__match_records') }}),

countries as (
    select
        country,
        count(*) as record_count
    from records
    group by country
),

int_identity__match_start as (
    select
        cast(0 as integer) as iteration,
        field,
        level,
        u_observed as u,
        start_share as m,
        case when family in ('name', 'birth') then u_observed else start_share end as h,
        case when family in ('birth', 'place') then u_observed else start_share end as n,
        cast(null as double) as j,
        cast(null as double) as t
    from level_frequencies
    union all
    select
        cast(0 as integer) as iteration,
        '' as field,
        cast(0 as integer) as level,
        greatest(cast(sum(
            cast(record_count as decimal(38, 0)) * (record_count - 1)
        ) as double) / 2, 1) as u,
        greatest(cast(sum(record_count) as double) / 2, 1) as m,
        greatest(cast(sum(record_count) as double) / 2, 1) as h,
        greatest(cast(sum(record_count) as double) / 2, 1) as n,
        greatest(cast(sum(record_count) as double) / 20, 0.05) as j,
        greatest(cast(sum(record_count) as double) / 20, 0.05) as t
    from countries
)

select * from int_identity__match_start
