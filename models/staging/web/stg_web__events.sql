-- One row per web event (page, track or identify call) that could be read. A visitor is the cookie
-- together with the login used on it, so that a shared browser is not one person (see
-- device_record_id). Hard-coded logins and cookies ("null", "undefined", "-1") are null here, or
-- everybody who has them would be one visitor. `occurred_at` is the visitor's time and
-- `received_at` the collector's: an event may come days late, and nothing downstream may order by
-- arrival.
with

base_web__events as (
    select * from {{ ref('base_web__events') }}
),

stg_web__events as (
    select
        {{ firstparty.clean_identifier('event_id') }} as event_id,
        {{ firstparty.device_record_id(
            'web',
            firstparty.known_identifier('anonymous_id'),
            firstparty.known_identifier('user_id')
        ) }} as record_id,
        lower({{ firstparty.clean_text('event_type') }}) as event_type,
        {{ firstparty.clean_text('event_name') }} as event_name,
        {{ firstparty.known_identifier('anonymous_id') }} as anonymous_id,
        {{ firstparty.known_identifier('user_id') }} as user_id,
        {{ firstparty.clean_timestamp('occurred_at') }} as occurred_at,
        {{ firstparty.clean_timestamp('received_at') }} as received_at,
        {{ firstparty.clean_text('ip') }} as ip,
        {{ firstparty.clean_text('user_agent') }} as user_agent,
        {{ firstparty.clean_text('page_path') }} as page_path,
        {{ firstparty.clean_text('page_url') }} as page_url,
        {{ firstparty.clean_text('page_title') }} as page_title,
        {{ firstparty.clean_text('referrer') }} as referrer,
        {{ firstparty.clean_text('campaign_source') }} as campaign_source,
        {{ firstparty.clean_text('campaign_medium') }} as campaign_medium,
        {{ firstparty.clean_text('campaign_name') }} as campaign_name,
        {{ firstparty.known_identifier('device_id') }} as device_id,
        lower({{ firstparty.clean_text('device_type') }}) as device_type,
        {{ firstparty.clean_identifier('product_id') }} as product_id,
        {{ firstparty.clean_identifier('order_id') }} as order_id,
        {{ firstparty.clean_amount('value') }} as value_amount,
        upper({{ firstparty.clean_text('currency') }}) as currency,
        {{ firstparty.clean_email('email') }} as email,
        email as email_raw,
        {{ firstparty.clean_phone('phone', 'cast(null as string)') }} as phone,
        phone as phone_raw,
        {{ firstparty.clean_name('first_name') }} as given_name,
        {{ firstparty.clean_name('last_name') }} as family_name,
        consent_categories,
        properties,
        _source_file,
        _source_row,
        _row_hash
    from base_web__events
    where _reason_code is null
)

select * from stg_web__events
