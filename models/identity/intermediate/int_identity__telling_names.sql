{{ config(materialized='maintained', key=['given_key']) }}

-- Grain: one row per given name that people here bear three times as often as it is a family name:
-- an address that begins with it says whose it is.
with records as (select * from {{ ref('int_identity__record_keys') }}),

given_names as (
    select
        given_key,
        min(given_canonical) as given_canonical,
        count(*) as bearer_count
    from records
    where length(given_key) >= 3
    group by given_key
),

family_names as (
    select
        family_key,
        count(*) as bearer_count
    from records
    where family_key is not null
    group by family_key
),

int_identity__telling_names as (
    select
        given_names.given_key,
        given_names.given_canonical
    from given_names
    left join family_names on given_names.given_key = family_names.family_key
    where given_names.bearer_count > 3 * coalesce(family_names.bearer_count, 0)
)

select * from int_identity__telling_names
