-- One row per member of the loyalty programme, in its newest delivered version. A member may hold
-- several cards over time; each version names one, and the newest stands here.
{{ config(
    materialized='maintained',
    key=['_row_hash'],
    told=['_row_hash', 'record_id'],
    is_compared=false,
) }}
{% call firstparty.affected() -%}
    select _row_hash from {{ firstparty.changes_of('base_loyalty__members') }}
    union all
    select _row_hash from {{ firstparty.unread_birth_dates() }}
{%- endcall %}

with

base_loyalty__members as (
    {{ firstparty.affected_rows(ref('base_loyalty__members'), ['_row_hash']) }}
),

located_members as (
    select
        *,
        {{ firstparty.clean_country('country') }} as country_code
    from base_loyalty__members
    where _reason_code is null
),

stg_loyalty__members as (
    select
        {{ firstparty.clean_identifier('member_id') }} as member_id,
        {{ firstparty.record_id(
            'loyalty', firstparty.clean_identifier('member_id')
        ) }} as record_id,
        {{ firstparty.clean_identifier('loyalty_number') }} as loyalty_number,
        {{ firstparty.clean_identifier('user_id') }} as user_id,
        {{ firstparty.name_prefix('first_name') }} as name_prefix,
        {{ firstparty.clean_name('first_name') }} as given_name,
        {{ firstparty.clean_name('last_name') }} as family_name,
        {{ firstparty.name_suffix('last_name') }} as name_suffix,
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
        lower({{ firstparty.clean_text('tier') }}) as tier,
        {{ firstparty.clean_timestamp('joined_at') }} as joined_at,
        {{ firstparty.clean_timestamp('updated_at') }} as updated_at,
        _source_file,
        _source_row,
        _row_hash
    from located_members
)

select * from stg_loyalty__members
