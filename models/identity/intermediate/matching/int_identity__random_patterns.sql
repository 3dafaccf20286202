{{ config(
    enabled=var('scored_matching'),
    materialized='maintained',
    key=['pattern'],
    reads_before=['int_identity__random_patterns'],
) }}

-- Grain: one row per pattern of random pairs of records of one country, with the number of pairs:
-- names and places go with countries, so strangers of one country agree more often than others.
-- Record numbers follow a hash, so the record some places on is a stranger: pairs are drawn by
-- arithmetic, the same whatever the order of rows. Small countries give each record several
-- partners.
{% set pair_count = 100000 -%}
{% set kept = firstparty.kept_for_learning('int_identity__random_patterns') -%}

with records as (select * from {{ ref('int_identity__match_records') }}),

left_records as (select * from {{ ref('int_identity__match_records') }}),

right_records as (select * from {{ ref('int_identity__match_records') }}),

places as (
    select
        record_number,
        country,
        row_number() over (partition by country order by record_number) as place
    from records
),

countries as (
    select
        country,
        count(*) as record_count
    from places
    group by country
    having count(*) > 1
),

-- Of the pairs to be drawn a country has as many as of all pairs.
totals as (
    select
        cast(sum(cast(record_count as decimal(38, 0)) * record_count) as double)
        / {{ pair_count }} as pairs_for_one
    from countries
),

quotas as (
    select
        countries.country,
        countries.record_count,
        cast(countries.record_count as double) * countries.record_count
        / totals.pairs_for_one as pair_count,
        greatest(1, least(
            cast(floor((countries.record_count - 1) / 2) as bigint),
            cast(ceil(countries.record_count / totals.pairs_for_one) as bigint)
        )) as distance_count
    from countries
    cross join totals
),

drawn as (
    select
        places.record_number as one_number,
        places.country,
        (places.place - 1 + distances.place) % quotas.record_count + 1 as other_place
    from places
    inner join quotas on places.country = quotas.country
    inner join places as distances
        on places.country = distances.country and distances.place <= quotas.distance_count
    where (places.place - 1) * quotas.distance_count < quotas.pair_count
),

random_pairs as (
    select
        least(drawn.one_number, places.record_number) as left_number,
        greatest(drawn.one_number, places.record_number) as right_number
    from drawn
    inner join places
        on drawn.country = places.country and drawn.other_place = places.place
),

{{ firstparty.compared_pairs('random_pairs', 'left_records', 'right_records') }},

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

{% if kept -%}
    select * from {{ kept }}
{%- else -%}
    select * from int_identity__random_patterns
{%- endif %}
