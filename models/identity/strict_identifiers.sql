-- Grain: one row per strict person, identifier type and value that any of its own records shows,
-- record ids included. What is done in a person's name for advertising asks this table and not
-- person_identifiers: a value that came to the person by likeness, by a shared cookie or by
-- anything else that may not be used for advertising belongs to another strict person. Refused
-- values stay in, so that a denial that comes in under a shared address reaches everybody who holds
-- it; but they may never be used to advertise. identifier_hash is the key by which consent and
-- suppression know one.
with identifiers as (select * from {{ ref('int_identity__identifiers') }}),

person_records as (select * from {{ ref('person_records') }}),

rules as (select * from {{ ref('identifier_rules') }}),

refused_identifiers as (select * from {{ ref('refused_identifiers') }}),

composites as (select * from {{ ref('int_identity__composite_identifiers') }}),

composite_types as (
    select distinct identifier_type
    from composites
),

refused as (
    select distinct
        identifier_type,
        identifier_value
    from refused_identifiers
),

held as (
    select
        person_records.person_id,
        person_records.strict_person_id,
        identifiers.identifier_type,
        identifiers.identifier_value,
        count(*) as record_count,
        min(identifiers.first_seen_at) as first_seen_at,
        max(identifiers.last_seen_at) as last_seen_at
    from identifiers
    inner join person_records on identifiers.record_id = person_records.record_id
    left join composite_types on identifiers.identifier_type = composite_types.identifier_type
    where composite_types.identifier_type is null
    group by
        person_records.person_id,
        person_records.strict_person_id,
        identifiers.identifier_type,
        identifiers.identifier_value
),

strict_identifiers as (
    select
        held.strict_person_id,
        held.person_id,
        held.identifier_type,
        held.identifier_value,
        keyed_hash(held.identifier_type || ':' || held.identifier_value) as identifier_hash,
        held.record_count,
        held.first_seen_at,
        held.last_seen_at,
        coalesce(rules.may_advertise, false) and refused.identifier_type is null as may_advertise
    from held
    left join rules on held.identifier_type = rules.identifier_type
    left join refused
        on
            held.identifier_type = refused.identifier_type
            and held.identifier_value = refused.identifier_value
)

select * from strict_identifiers
