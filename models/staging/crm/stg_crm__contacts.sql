-- One row per contact of the CRM, in its newest delivered version. A contact without e-mail, phone
-- or name stays: it may still be known by its id. What cannot be read as an e-mail, phone or date
-- is null here and stays as raw text beside it, because two equal unreadable values are evidence
-- too. First and last name are kept as the CRM has them, swapped or not; identity resolution
-- weighs that.
{{ config(
    materialized='maintained',
    key=['_row_hash'],
    told=['_row_hash', 'record_id'],
    is_compared=false,
) }}
{% call firstparty.affected() -%}
    select _row_hash from {{ firstparty.changes_of('base_crm__contacts') }}
    union all
    select _row_hash from {{ firstparty.unread_birth_dates() }}
{%- endcall %}

with

base_crm__contacts as (
    {{ firstparty.affected_rows(ref('base_crm__contacts'), ['_row_hash']) }}
),

located_contacts as (
    select
        *,
        {{ firstparty.clean_country('country') }} as country_code
    from base_crm__contacts
    where _reason_code is null
),

stg_crm__contacts as (
    select
        {{ firstparty.clean_identifier('contact_id') }} as contact_id,
        {{ firstparty.record_id('crm', firstparty.clean_identifier('contact_id')) }} as record_id,
        coalesce(
            {{ firstparty.name_prefix('salutation') }},
            {{ firstparty.name_prefix('first_name') }}
        ) as name_prefix,
        {{ firstparty.clean_name('first_name') }} as given_name,
        {{ firstparty.clean_name('middle_name') }} as middle_name,
        {{ firstparty.clean_name('last_name') }} as family_name,
        coalesce(
            {{ firstparty.name_suffix('suffix') }},
            {{ firstparty.name_suffix('last_name') }}
        ) as name_suffix,
        {{ firstparty.clean_email('email') }} as email,
        {{ firstparty.clean_text('email') }} as email_raw,
        {{ firstparty.clean_email('secondary_email') }} as secondary_email,
        {{ firstparty.clean_phone('phone', 'country_code') }} as phone,
        {{ firstparty.clean_text('phone') }} as phone_raw,
        {{ firstparty.clean_phone('mobile_phone', 'country_code') }} as mobile_phone,
        {{ firstparty.clean_birth_date('birth_date', 'country_code') }} as birth_date,
        {{ firstparty.clean_text('birth_date') }} as birth_date_raw,
        {{ firstparty.clean_gender('gender') }} as gender,
        {{ firstparty.clean_text('street_address') }} as street_address,
        {{ firstparty.clean_text('city') }} as city,
        {{ firstparty.clean_region('region', 'country_code') }} as region,
        {{ firstparty.clean_postal_code('postal_code', 'country_code') }} as postal_code,
        country_code as country,
        {{ firstparty.clean_text('company') }} as company,
        lower({{ firstparty.clean_text('lifecycle_stage') }}) as lifecycle_stage,
        {{ firstparty.clean_text('owner') }} as owner,
        {{ firstparty.clean_boolean('do_not_contact') }} as is_do_not_contact,
        {{ firstparty.clean_timestamp('created_at') }} as created_at,
        {{ firstparty.clean_timestamp('updated_at') }} as updated_at,
        _source_file,
        _source_row,
        _row_hash
    from located_contacts
)

select * from stg_crm__contacts
