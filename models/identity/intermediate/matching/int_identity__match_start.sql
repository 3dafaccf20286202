{{ config(enabled=var('scored_matching')) }}

-- Grain: one row per field and level: where learning starts. Rows '', one for each of
-- pair_situations, hold the sizes of the classes: all pairs of records of one country, in each row;
-- half as many of the next three as there are records, and a twentieth as many of those that look
-- like matches (see class_posterior), in proportion to candidate pairs. No size is zero, for
-- logarithms are taken. Every row tells of what is learned: how the comparison is defined, from
-- which data, and on which day.
with level_frequencies as (select * from {{ ref('int_identity__level_frequencies') }}),

records as (select * from {{ ref('int_identity__match_records') }}),

patterns as (select * from {{ ref('int_identity__patterns') }}),

countries as (
    select
        country,
        count(*) as record_count
    from records
    group by country
),

situations as (
    {% for situation in firstparty.pair_situations() -%}
        {{ "union all" if not loop.first }}
        select cast({{ loop.index0 }} as integer) as situation
    {% endfor -%}
),

{{ firstparty.level_pairs('patterns') }},

totals as (
    select
        cast(sum(
            cast(record_count as decimal(38, 0)) * (record_count - 1)
        ) as double) / 2 as pair_count,
        cast(sum(record_count) as double) as record_count
    from countries
),

sizes as (
    select
        situations.situation,
        totals.pair_count,
        totals.record_count * cast(coalesce(level_pairs.pair_count, 0) + 0.25 as double)
        / cast(sum(coalesce(level_pairs.pair_count, 0)) over () + 1 as double) as record_count
    from situations
    cross join totals
    left join level_pairs
        on level_pairs.field = '' and situations.situation = level_pairs.level
),

starts as (
    select
        field,
        level,
        u_observed as u,
        start_share as m,
        case when family in ('name', 'birth') then u_observed else start_share end as h,
        case when family in ('birth', 'place') then u_observed else start_share end as n,
        cast(null as double) as j,
        cast(null as double) as t,
        cast(null as double) as a
    from level_frequencies
    union all
    select
        '' as field,
        situation as level,
        greatest(pair_count, 1) as u,
        greatest(record_count / 2, 0.01) as m,
        greatest(record_count / 2, 0.01) as h,
        greatest(record_count / 2, 0.01) as n,
        greatest(record_count / 20, 0.01) as j,
        greatest(record_count / 20, 0.01) as t,
        greatest(record_count / 20, 0.01) as a
    from sizes
),

data as (
    select
        md5(cast(coalesce(sum(cast(
            {{ firstparty.hash_code(['pattern', 'pair_count']) }} as decimal(38, 0)
        )), 0) as string)) as data_fingerprint
    from patterns
),

int_identity__match_start as (
    select
        cast(0 as integer) as iteration,
        starts.field,
        starts.level,
        starts.u,
        starts.m,
        starts.h,
        starts.n,
        starts.j,
        starts.t,
        starts.a,
        '{{ firstparty.comparisons_fingerprint() }}' as definition_fingerprint,
        data.data_fingerprint,
        {{ firstparty.as_of() }} as trained_at,
        (select count(*) from records) as record_count,
        cast(coalesce(level_pairs.pair_count, 0) as bigint) as pair_count
    from starts
    cross join data
    left join level_pairs
        on starts.field = level_pairs.field and starts.level = level_pairs.level
)

select * from int_identity__match_start
