-- One row per raw row of the loyalty programme's members, whole or broken, with the verdict on it.
-- A member is exported again whenever it changes, so of several rows with one member_id the newest
-- stands.
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
        'raw_entity': 'loyalty.members',
        'raw_format': 'csv',
        'raw_columns': [
            'member_id', 'loyalty_number', 'user_id', 'first_name', 'last_name', 'email',
            'phone', 'birth_date', 'gender', 'street_address', 'city', 'region', 'postal_code',
            'country', 'tier', 'joined_at', 'updated_at',
        ],
    },
) }}
{% call firstparty.affected() -%}
    {{ firstparty.affected_landed_rows('member_id') }}
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
            'member_id',
            timestamps=['updated_at'],
            names=['first_name', 'last_name'],
            email='email',
            erasable=erasable,
        ) }} as _own_reason
    from landed_rows
    {{ firstparty.join_suppressed_identifiers(erasable) }}
),

base_loyalty__members as (
    select
        *,
        {{ firstparty.version_reason('member_id', 'updated_at') }} as _reason_code
    from checked_rows
)

select * from base_loyalty__members
