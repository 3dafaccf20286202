-- One row per person record of a file of people. Where a file has one name column only, its parts
-- are cut out of it; where it has the parts, they stand. A birth date that is broken stays
-- comparable as raw text. The columns named in var person_attributes are kept together as one JSON
-- text, keys sorted, empty values null, so that equal records have equal attributes.
{{ config(
    materialized='maintained',
    key=['_row_hash'],
    told=['_row_hash', 'record_id'],
    is_compared=false,
) }}
{% call firstparty.affected() -%}
    select _row_hash from {{ firstparty.changes_of('base_people_files__people') }}
    union all
    select _row_hash from {{ firstparty.unread_birth_dates() }}
{%- endcall %}

with

base_people_files__people as (
    {{ firstparty.affected_rows(ref('base_people_files__people'), ['_row_hash']) }}
),

located_people as (
    select
        *,
        {{ firstparty.clean_country('country') }} as country_code
    from base_people_files__people
    where _reason_code is null
),

stg_people_files__people as (
    select
        {{ firstparty.record_id(
            'people_files', firstparty.clean_identifier('record_id')
        ) }} as record_id,
        {{ firstparty.clean_identifier('record_id') }} as source_record_id,
        {{ firstparty.clean_text('source') }} as source,
        coalesce(
            {{ firstparty.name_prefix('given_name') }},
            {{ firstparty.name_prefix('full_name') }}
        ) as name_prefix,
        coalesce(
            {{ firstparty.clean_name('given_name') }},
            {{ firstparty.given_name_of('full_name') }}
        ) as given_name,
        coalesce(
            {{ firstparty.clean_name('middle_name') }},
            {{ firstparty.middle_name_of('full_name') }}
        ) as middle_name,
        coalesce(
            {{ firstparty.clean_name('family_name') }},
            {{ firstparty.family_name_of('full_name') }}
        ) as family_name,
        coalesce(
            {{ firstparty.name_suffix('family_name') }},
            {{ firstparty.name_suffix('full_name') }}
        ) as name_suffix,
        {{ firstparty.clean_words('full_name') }} as full_name,
        {{ firstparty.clean_email('email') }} as email,
        {{ firstparty.clean_text('email') }} as email_raw,
        {{ firstparty.clean_phone('phone', 'country_code') }} as phone,
        {{ firstparty.clean_text('phone') }} as phone_raw,
        {{ firstparty.clean_birth_date('birth_date', 'country_code') }} as birth_date,
        {{ firstparty.clean_text('birth_date') }} as birth_date_raw,
        {{ firstparty.clean_gender('gender') }} as gender,
        {{ firstparty.clean_text('street_address') }} as street_address,
        {{ firstparty.clean_text('city') }} as city,
        {{ firstparty.clean_region('region', 'country_code') }} as region,
        {{ firstparty.clean_postal_code('postal_code', 'country_code') }} as postal_code,
        country_code as country,
        {{ firstparty.clean_identifier('national_id') }} as national_id,
        {{ firstparty.clean_identifier('loyalty_id') }} as loyalty_number,
        {{ firstparty.clean_identifier('user_id') }} as user_id,
        {{ firstparty.clean_text('company') }} as company,
        {{ firstparty.person_attributes() }} as attributes,
        _source_file,
        _source_row,
        _row_hash
    from located_people
)

select * from stg_people_files__people
