-- One row per warranty registration. The tick box on the card is a refusal that counts, whatever
-- the person clicked elsewhere: the consent ledger reads it from here. An unreadable tick box is
-- null, which is no refusal; an unreadable purchase day is null and keeps nobody out.
with

base_pos__warranty_registrations as (
    select * from {{ ref('base_pos__warranty_registrations') }}
),

located_warranty_registrations as (
    select
        *,
        {{ firstparty.clean_country('country') }} as country_code
    from base_pos__warranty_registrations
    where _reason_code is null
),

stg_pos__warranty_registrations as (
    select
        {{ firstparty.clean_identifier('registration_id') }} as registration_id,
        {{ firstparty.record_id(
            'pos:warranty', firstparty.clean_identifier('registration_id')
        ) }} as record_id,
        {{ firstparty.clean_identifier('product_id') }} as product_id,
        {{ firstparty.clean_identifier('serial_number') }} as serial_number,
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
        cast({{ firstparty.clean_timestamp('purchased_on') }} as date) as purchased_date,
        {{ firstparty.clean_timestamp('registered_at') }} as registered_at,
        {{ firstparty.clean_boolean('no_marketing') }} as has_refused_marketing,
        _source_file,
        _source_row,
        _row_hash
    from located_warranty_registrations
)

select * from stg_pos__warranty_registrations
