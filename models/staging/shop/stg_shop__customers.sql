-- One row per customer account of the shop, in its newest delivered version. Guests have no
-- account: they are in the orders. The marketing tick box is what the shop shows; consent itself
-- is source `consent`.
{{ config(
    materialized='maintained',
    key=['_row_hash'],
    told=['_row_hash', 'record_id'],
    is_compared=false,
) }}
{% call firstparty.affected() -%}
    select _row_hash from {{ firstparty.changes_of('base_shop__customers') }}
{%- endcall %}

with

base_shop__customers as (
    {{ firstparty.affected_rows(ref('base_shop__customers'), ['_row_hash']) }}
),

located_customers as (
    select
        *,
        {{ firstparty.clean_country('country') }} as country_code
    from base_shop__customers
    where _reason_code is null
),

stg_shop__customers as (
    select
        {{ firstparty.clean_identifier('customer_id') }} as customer_id,
        {{ firstparty.record_id('shop', firstparty.clean_identifier('customer_id')) }} as record_id,
        {{ firstparty.clean_identifier('user_id') }} as user_id,
        {{ firstparty.name_prefix('first_name') }} as name_prefix,
        {{ firstparty.clean_name('first_name') }} as given_name,
        {{ firstparty.clean_name('last_name') }} as family_name,
        {{ firstparty.name_suffix('last_name') }} as name_suffix,
        {{ firstparty.clean_email('email') }} as email,
        {{ firstparty.clean_text('email') }} as email_raw,
        {{ firstparty.clean_phone('phone', 'country_code') }} as phone,
        {{ firstparty.clean_text('phone') }} as phone_raw,
        {{ firstparty.clean_text('street_address') }} as street_address,
        {{ firstparty.clean_text('city') }} as city,
        {{ firstparty.clean_region('region', 'country_code') }} as region,
        {{ firstparty.clean_postal_code('postal_code', 'country_code') }} as postal_code,
        country_code as country,
        {{ firstparty.clean_boolean('accepts_marketing') }} as accepts_marketing,
        {{ firstparty.clean_timestamp(
            'accepts_marketing_updated_at'
        ) }} as accepts_marketing_updated_at,
        {{ firstparty.clean_timestamp('created_at') }} as created_at,
        {{ firstparty.clean_timestamp('updated_at') }} as updated_at,
        _source_file,
        _source_row,
        _row_hash
    from located_customers
)

select * from stg_shop__customers
