-- Grain: one row per person, identifier type and value that any of its records shows, record ids
-- included: what the strict persons inside the person hold, taken together. Denials and erasures
-- ask this table, so that they reach the whole person.
with strict_identifiers as (select * from {{ ref('strict_identifiers') }}),

person_identifiers as (
    select
        person_id,
        identifier_type,
        identifier_value,
        identifier_hash,
        cast(sum(record_count) as bigint) as record_count,
        min(first_seen_at) as first_seen_at,
        max(last_seen_at) as last_seen_at,
        may_advertise
    from strict_identifiers
    group by person_id, identifier_type, identifier_value, identifier_hash, may_advertise
)

select * from person_identifiers
