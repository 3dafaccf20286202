-- One row per raw row of the shop's customer accounts, whole or broken, with the verdict on it.
-- An account is exported again whenever it changes, so of several rows with one customer_id the
-- newest stands.
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
        'raw_entity': 'shop.customers',
        'raw_format': 'csv',
        'raw_columns': [
            'customer_id', 'user_id', 'email', 'first_name', 'last_name', 'phone',
            'accepts_marketing', 'accepts_marketing_updated_at', 'street_address', 'city',
            'region', 'postal_code', 'country', 'created_at', 'updated_at',
        ],
    },
) }}
{% call firstparty.affected() -%}
    {{ firstparty.affected_landed_rows('customer_id') }}
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
            'customer_id',
            timestamps=['updated_at'],
            names=['first_name', 'last_name'],
            email='email',
            erasable=erasable,
        ) }} as _own_reason
    from landed_rows
    {{ firstparty.join_suppressed_identifiers(erasable) }}
),

base_shop__customers as (
    select
        *,
        {{ firstparty.version_reason('customer_id', 'updated_at') }} as _reason_code
    from checked_rows
)

select * from base_shop__customers
