{{ config(enabled=var('scored_matching')) }}

-- Grain: one row per pattern of random pairs, with the number of pairs. Record numbers follow a
-- hash, so the record some places on is a stranger: pairs are drawn by arithmetic, the same
-- whatever the order of rows. Small tables give each record several partners.
{% set pair_count = 300000 -%}

with match_records as (select * from {{ ref('int_identity__match_records') }}),

records as (
    select
        *,
        row_number() over (order by record_number) as place
    from match_records
),

totals as (
    select
        count(*) as record_count,
        greatest(1, least(
            cast(floor((count(*) - 1) / 2) as bigint),
            cast(ceil({{ pair_count }} / cast(count(*) as double)) as bigint)
        )) as distance_count
    from records
    having count(*) > 1
),

drawn as (
    select
        records.record_number as one_number,
        (records.place - 1 + distances.place) % totals.record_count + 1 as other_place
    from records
    cross join totals
    inner join records as distances on distances.place <= totals.distance_count
    where (records.place - 1) * totals.distance_count < {{ pair_count }}
),

random_pairs as (
    select
        least(drawn.one_number, records.record_number) as left_number,
        greatest(drawn.one_number, records.record_number) as right_number
    from drawn
    inner join records on drawn.other_place = records.place
),

{{ firstparty.compared_pairs('random_pairs', 'records') }},

counted as (
    select
        pattern,
        count(*) as pair_count
    from compared_pairs
    group by pattern
),

int_identity__random_patterns as (
    select
        pattern,
        pair_count,
        {{ firstparty.pattern_levels('pattern') }}
    from counted
)

select * from int_identity__random_patterns
