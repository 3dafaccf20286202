-- Every person has a profile, cookies included, and every profile is a person's.
with persons as (

    select * from {{ ref('persons') }}

),

profiles as (

    select * from {{ ref('customer_profiles') }}

),

assert_customer_profiles_cover_persons as (

    select
        persons.person_id as known_person_id,
        profiles.person_id as profiled_person_id
    from persons
    full outer join profiles
        on persons.person_id = profiles.person_id
    where
        persons.person_id is null
        or profiles.person_id is null

)

select * from assert_customer_profiles_cover_persons
