{{ config(group='identity') }}
{% set device_types = "('anonymous_id', 'device_id', 'advertising_id', 'push_token')" -%}

-- Visits without a login, of which nothing is known but browsers and devices, could be anybody's
-- where people of two persons have logged in there: they are in the person of none of them.
with identifiers as (select * from {{ ref('int_identity__identifiers') }}),

person_records as (select * from {{ ref('person_records') }}),

logged_in as (
    select distinct record_id
    from identifiers
    where identifier_type = 'user_id'
),

known_by_more as (
    select distinct record_id
    from identifiers
    where identifier_type not in {{ device_types }} and identifier_type <> 'record_id'
),

devices as (
    select
        identifiers.identifier_type,
        identifiers.identifier_value,
        identifiers.record_id,
        person_records.person_id,
        logged_in.record_id is not null as is_logged_in,
        known_by_more.record_id is null as is_visit
    from identifiers
    inner join person_records on identifiers.record_id = person_records.record_id
    left join logged_in on identifiers.record_id = logged_in.record_id
    left join known_by_more on identifiers.record_id = known_by_more.record_id
    where identifiers.identifier_type in {{ device_types }}
),

assert_persons_leave_shared_devices_to_nobody as (
    select distinct
        visits.record_id,
        visits.person_id
    from devices as visits
    inner join devices as users
        on
            visits.identifier_type = users.identifier_type
            and visits.identifier_value = users.identifier_value
            and visits.person_id = users.person_id
    inner join devices as others
        on
            visits.identifier_type = others.identifier_type
            and visits.identifier_value = others.identifier_value
            and visits.person_id <> others.person_id
    where visits.is_visit and users.is_logged_in and others.is_logged_in
)

select * from assert_persons_leave_shared_devices_to_nobody
