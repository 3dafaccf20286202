{{ config(enabled=var('scored_matching')) }}

-- Grain: one row per person who likely shares a household with other persons: who of one household
-- is linked to another of it, or through a third. closest_probability is that of the person's
-- plainest link. Persons that live alone, or of whom too little is known, are in no household.
with record_keys as (select * from {{ ref('int_identity__record_keys') }}),

person_records as (select * from {{ ref('person_records') }}),

edges as (select * from {{ ref('int_identity__household_edges') }}),

components as (select * from {{ ref('int_identity__household_components') }}),

ends as (
    select
        left_vertex as vertex,
        household_probability
    from edges
    union all
    select
        right_vertex as vertex,
        household_probability
    from edges
),

closest as (
    select
        vertex,
        max(household_probability) as closest_probability
    from ends
    group by vertex
),

living_together as (
    select
        person_records.person_id,
        components.parent,
        closest.closest_probability
    from components
    inner join closest on components.vertex = closest.vertex
    inner join record_keys on components.vertex = record_keys.record_number
    inner join person_records on record_keys.record_id = person_records.record_id
),

households as (
    select
        md5('household:' || min(person_id) over (partition by parent)) as household_id,
        person_id,
        count(*) over (partition by parent) as person_count,
        closest_probability
    from living_together
)

select * from households
