-- One row per raw row of the CRM's contacts, whole or broken, with the verdict on it. Nothing is
-- dropped here: the staging model takes the rows without a reason, quarantine the others, and a
-- test counts that they add up. A contact is exported again whenever it changes, so of several
-- rows with one contact_id the newest stands.
{% set erasable = {
    'email': firstparty.clean_email('landed_rows.email'),
    'secondary_email': firstparty.clean_email('landed_rows.secondary_email'),
    'phone': firstparty.clean_phone(
        'landed_rows.phone', firstparty.clean_country('landed_rows.country')
    ),
    'mobile_phone': firstparty.clean_phone(
        'landed_rows.mobile_phone', firstparty.clean_country('landed_rows.country')
    ),
} %}
{{ config(
    materialized='landed',
    key=['_row_hash'],
    told=[
        '_row_hash', '_row_code', '_source_file', '_source_row', '_copy_number', '_reason_code',
    ],
    meta={
        'raw_entity': 'crm.contacts',
        'raw_format': 'csv',
        'raw_columns': [
            'contact_id', 'salutation', 'first_name', 'middle_name', 'last_name', 'suffix',
            'email', 'secondary_email', 'phone', 'mobile_phone', 'street_address', 'city',
            'region', 'postal_code', 'country', 'birth_date', 'gender', 'company',
            'lifecycle_stage', 'owner', 'do_not_contact', 'created_at', 'updated_at',
        ],
    },
) }}
{% call firstparty.affected() -%}
    {{ firstparty.affected_landed_rows('contact_id') }}
{%- endcall %}

with

landed_rows as (
    {{ firstparty.landed_rows_to_judge() }}
),

suppressed_identifiers as (
    select * from {{ ref('suppressed_identifiers') }}
),

checked_rows as (
    select
        landed_rows.*,
        {{ firstparty.row_reason(
            'contact_id',
            timestamps=['updated_at'],
            names=['first_name', 'last_name'],
            email='email',
            erasable=erasable,
        ) }} as _own_reason
    from landed_rows
    {{ firstparty.join_suppressed_identifiers(erasable) }}
),

base_crm__contacts as (
    select
        *,
        {{ firstparty.version_reason('contact_id', 'updated_at') }} as _reason_code
    from checked_rows
)

select * from base_crm__contacts
