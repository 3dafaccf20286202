-- One row per app event that could be read. A user is the device together with the login used on
-- it, so that a family tablet is not one person. The advertising id of all zeros is what a phone
-- sends when its owner has switched ad tracking off: it is nobody's id and becomes null, or all
-- these phones would be one. Hard-coded logins and device ids are null as well.
with

base_app__events as (
    select * from {{ ref('base_app__events') }}
),

stg_app__events as (
    select
        {{ firstparty.clean_identifier('event_id') }} as event_id,
        {{ firstparty.device_record_id(
            'app',
            firstparty.known_identifier('device_id'),
            firstparty.known_identifier('user_id')
        ) }} as record_id,
        {{ firstparty.clean_text('event_name') }} as event_name,
        {{ firstparty.clean_timestamp('occurred_at') }} as occurred_at,
        {{ firstparty.clean_timestamp('received_at') }} as received_at,
        {{ firstparty.known_identifier('user_id') }} as user_id,
        {{ firstparty.known_identifier('device_id') }} as device_id,
        lower({{ firstparty.known_identifier('advertising_id') }}) as advertising_id,
        {{ firstparty.known_identifier('push_token') }} as push_token,
        {{ firstparty.clean_boolean('push_enabled') }} as is_push_enabled,
        lower({{ firstparty.clean_text('os') }}) as os,
        {{ firstparty.clean_text('app_version') }} as app_version,
        {{ firstparty.clean_identifier('product_id') }} as product_id,
        {{ firstparty.clean_identifier('order_id') }} as order_id,
        {{ firstparty.clean_amount('value') }} as value_amount,
        upper({{ firstparty.clean_text('currency') }}) as currency,
        properties,
        _source_file,
        _source_row,
        _row_hash
    from base_app__events
    where _reason_code is null
)

select * from stg_app__events
