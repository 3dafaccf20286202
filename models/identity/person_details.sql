-- Grain: one row per source record: its person, and everything the record says of it. What the
-- profile layer reads.
with records as (select * from {{ ref('int_identity__records') }}),

person_records as (select * from {{ ref('person_records') }}),

person_details as (
    select
        records.record_id,
        person_records.person_id,
        person_records.strict_person_id,
        records.source,
        records.source_record_id,
        records.name_prefix,
        records.given_name,
        records.middle_name,
        records.family_name,
        records.name_suffix,
        records.full_name,
        records.given_name_key,
        records.family_name_key,
        records.birth_date,
        records.birth_date_raw,
        records.gender,
        records.email,
        records.phone,
        records.street_address,
        records.city,
        records.region,
        records.postal_code,
        records.country,
        records.company,
        records.attributes,
        records.first_seen_at,
        records.last_seen_at,
        records._source_file,
        records._source_row
    from records
    inner join person_records on records.record_id = person_records.record_id
)

select * from person_details
