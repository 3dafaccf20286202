{{ config(enabled=var('scored_matching')) }}

-- Grain: one row per two persons who more likely than not live in one household, by the smallest
-- record number of each: the probability of the pair of their records that says so most plainly.
-- Learning knows pairs of one household apart from matches (see macro class_posterior); the
-- records of such a pair are two persons, and their likeness is news about both.
with pair_patterns as (select * from {{ ref('int_identity__pair_patterns') }}),

pattern_weights as (select * from {{ ref('int_identity__pattern_weights') }}),

record_keys as (select * from {{ ref('int_identity__record_keys') }}),

person_records as (select * from {{ ref('person_records') }}),

placed as (
    select
        record_keys.record_number,
        min(record_keys.record_number) over (partition by person_records.person_id)
            as person_number
    from person_records
    inner join record_keys on person_records.record_id = record_keys.record_id
),

likely as (
    select
        pair_patterns.left_number,
        pair_patterns.right_number,
        pattern_weights.household_probability
    from pair_patterns
    inner join pattern_weights on pair_patterns.pattern = pattern_weights.pattern
    where pattern_weights.household_probability > 0.5
),

int_identity__household_edges as (
    select
        least(left_places.person_number, right_places.person_number) as left_vertex,
        greatest(left_places.person_number, right_places.person_number) as right_vertex,
        max(likely.household_probability) as household_probability
    from likely
    inner join placed as left_places on likely.left_number = left_places.record_number
    inner join placed as right_places on likely.right_number = right_places.record_number
    where left_places.person_number <> right_places.person_number
    group by
        least(left_places.person_number, right_places.person_number),
        greatest(left_places.person_number, right_places.person_number)
)

select * from int_identity__household_edges
