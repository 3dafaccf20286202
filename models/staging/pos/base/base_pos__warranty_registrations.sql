-- One row per raw row of the warranty registrations, whole or broken, with the verdict on it. They
-- are typed in from paper cards in the stores; of several rows with one number the later
-- registered one stands.
{% set erasable = {
    'email': firstparty.clean_email('landed_rows.email'),
    'phone': firstparty.clean_phone(
        'landed_rows.phone', firstparty.clean_country('landed_rows.country')
    ),
} %}
{{ config(
    materialized='landed',
    meta={
        'raw_entity': 'pos.warranty_registrations',
        'raw_format': 'csv',
        'raw_columns': [
            'registration_id', 'product_id', 'serial_number', 'first_name', 'last_name',
            'email', 'phone', 'street_address', 'city', 'region', 'postal_code', 'country',
            'purchased_on', 'registered_at', 'no_marketing',
        ],
    },
) }}

with

landed_rows as (
    select * from {{ firstparty.landed_rows() }}
),

suppressed_identifiers as (
    select * from {{ ref('suppressed_identifiers') }}
),

checked_rows as (
    select
        landed_rows.*,
        {{ firstparty.row_reason(
            'registration_id',
            timestamps=['registered_at'],
            names=['first_name', 'last_name'],
            email='email',
            erasable=erasable,
        ) }} as _own_reason
    from landed_rows
    {{ firstparty.join_suppressed_identifiers(erasable) }}
),

base_pos__warranty_registrations as (
    select
        *,
        {{ firstparty.version_reason('registration_id', 'registered_at') }} as _reason_code
    from checked_rows
)

select * from base_pos__warranty_registrations
