-- Grain: one row per record, identifier type and value: what the record showed, what was composed
-- of its attributes, and its own id (type record_id), so that one relation answers "which records
-- hold this value".
with identifier_rows as (select * from {{ ref('int_identity__identifier_rows') }}),

composite_identifiers as (select * from {{ ref('int_identity__composite_identifiers') }}),

records as (select * from {{ ref('int_identity__records') }}),

int_identity__identifiers as (
    select
        record_id,
        identifier_type,
        identifier_value,
        first_seen_at,
        last_seen_at
    from identifier_rows
    union all
    select
        record_id,
        identifier_type,
        identifier_value,
        first_seen_at,
        last_seen_at
    from composite_identifiers
    union all
    select
        record_id,
        'record_id' as identifier_type,
        record_id as identifier_value,
        first_seen_at,
        last_seen_at
    from records
)

select * from int_identity__identifiers
