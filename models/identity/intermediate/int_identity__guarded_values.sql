-- Grain: one row per record, identifier type and value of which one person may hold only so many
-- (max_values_per_person of the type's rule). Refused values are left out: a placeholder that two
-- people share is no proof of anything, for or against.
with identifiers as (select * from {{ ref('int_identity__identifiers') }}),

identifier_values as (select * from {{ ref('int_identity__identifier_values') }}),

records as (select * from {{ ref('int_identity__record_keys') }}),

rules as (select * from {{ ref('identifier_rules') }}),

int_identity__guarded_values as (
    select
        records.record_number,
        identifiers.identifier_type,
        identifiers.identifier_value,
        rules.max_values_per_person
    from identifiers
    inner join rules on identifiers.identifier_type = rules.identifier_type
    inner join identifier_values
        on
            identifiers.identifier_type = identifier_values.identifier_type
            and identifiers.identifier_value = identifier_values.identifier_value
    inner join records on identifiers.record_id = records.record_id
    where rules.max_values_per_person is not null and identifier_values.refusal_reason is null
)

select * from int_identity__guarded_values
