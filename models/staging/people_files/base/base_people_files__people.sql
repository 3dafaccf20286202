-- One row per raw row of any file of people, whole or broken, with the verdict on it. Such files
-- come from partners and uploads and have no time of change: of several rows with one record_id
-- the later file and row stands. The further columns of var person_attributes are not declared
-- here: they are in _raw_row, as every column that a file has.
{% set erasable = {
    'email': firstparty.clean_email('landed_rows.email'),
    'phone': firstparty.clean_phone(
        'landed_rows.phone', firstparty.clean_country('landed_rows.country')
    ),
    'user_id': firstparty.clean_identifier('landed_rows.user_id'),
} %}
{{ config(
    materialized='landed',
    key=['_row_hash'],
    told=[
        '_row_hash', '_row_code', '_source_file', '_source_row', '_copy_number', '_reason_code',
    ],
    meta={
        'raw_entity': 'people_files.people',
        'raw_format': 'csv',
        'raw_columns': [
            'record_id', 'source', 'given_name', 'middle_name', 'family_name', 'full_name',
            'birth_date', 'gender', 'email', 'phone', 'street_address', 'city', 'region',
            'postal_code', 'country', 'national_id', 'loyalty_id', 'user_id', 'company',
        ],
    },
) }}
{% call firstparty.affected() -%}
    {{ firstparty.affected_landed_rows('record_id') }}
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
            'record_id',
            names=['given_name', 'family_name', 'full_name'],
            email='email',
            erasable=erasable,
        ) }} as _own_reason
    from landed_rows
    {{ firstparty.join_suppressed_identifiers(erasable) }}
),

base_people_files__people as (
    select
        *,
        {{ firstparty.version_reason('record_id') }} as _reason_code
    from checked_rows
)

select * from base_people_files__people
