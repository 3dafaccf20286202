{{ config(
    materialized='maintained',
    key=['record_id'],
    told=['record_id'],
    is_compared=false,
) }}
{% call firstparty.affected() %}{{ firstparty.changed_record_ids() }}{% endcall %}

-- Grain: one row per record_id that any staged row carries. Ids seen only in events (orders of
-- unknown customers, card numbers, cookies) are records too, with nulls for what nobody told. Each
-- attribute is the latest value that is not null, taken by itself: the row that last changed an
-- address need not be the one that last told a birth date. Name keys are for comparison only,
-- never for display.
with person_rows as (
    {{ firstparty.affected_person_rows() }}
),

repeated_rows as (
    {{ firstparty.affected_rows(ref('int_identity__repeated_person_rows'), ['record_id']) }}
),

{% set columns = [
    'name_prefix', 'given_name', 'middle_name', 'family_name', 'name_suffix', 'full_name',
    'birth_date', 'birth_date_raw', 'gender', 'email', 'email_raw', 'phone', 'phone_raw',
    'street_address', 'city', 'region', 'postal_code', 'country', 'company', 'attributes',
    'user_id', 'loyalty_number', 'national_id', '_source_file', '_source_row',
] -%}
repeated_ids as (
    select distinct record_id
    from repeated_rows
),

latest as (
    select
        person_rows.record_id,
        {% for column in columns -%}
            person_rows.{{ column }},
        {% endfor -%}
        person_rows.first_seen_at,
        person_rows.last_seen_at
    from person_rows
    left join repeated_ids on person_rows.record_id = repeated_ids.record_id
    where repeated_ids.record_id is null
    union all
    select
        record_id,
        {% for column in columns -%}
            {{ firstparty.latest_known(column) }} as {{ column }},
        {% endfor -%}
        min(first_seen_at) as first_seen_at,
        max(last_seen_at) as last_seen_at
    from repeated_rows
    group by record_id
),

named as (
    select
        *,
        case
            when given_name is not null or family_name is not null then given_name
            else {{ firstparty.given_name_of('full_name') }}
        end as known_given_name,
        coalesce(middle_name, {{ firstparty.middle_name_of('full_name') }}) as known_middle_name,
        case
            when given_name is not null or family_name is not null then family_name
            else {{ firstparty.family_name_of('full_name') }}
        end as known_family_name
    from latest
),

int_identity__records as (
    select
        record_id,
        split_part(record_id, ':', 1) as source,
        substr(record_id, length(split_part(record_id, ':', 1)) + 2)
            as source_record_id,
        name_prefix,
        known_given_name as given_name,
        known_middle_name as middle_name,
        known_family_name as family_name,
        name_suffix,
        coalesce(
            full_name,
            nullif(trim(
                coalesce(known_given_name || ' ', '') || coalesce(known_middle_name || ' ', '')
                || coalesce(known_family_name, '')
            ), '')
        ) as full_name,
        {{ firstparty.name_key('known_given_name') }} as given_name_key,
        {{ firstparty.name_key('known_family_name') }} as family_name_key,
        birth_date,
        birth_date_raw,
        gender,
        email,
        email_raw,
        phone,
        phone_raw,
        street_address,
        city,
        region,
        postal_code,
        country,
        company,
        attributes,
        user_id,
        loyalty_number,
        national_id,
        first_seen_at,
        last_seen_at,
        _source_file,
        _source_row
    from named
)

select * from int_identity__records
