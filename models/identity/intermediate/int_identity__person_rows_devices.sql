{{ config(materialized='maintained', key=['record_id']) }}

-- Grain: one row per record_id and set of identifiers seen together in web events, app events, ad
-- clicks and bought segments. Events are many and say little new, so they are folded before they
-- join the other person rows. The greatest row hash stands for the folded rows: it is unique, and
-- does not depend on the order of the file.
with web_events as (select * from {{ ref('stg_web__events') }}),

app_events as (select * from {{ ref('stg_app__events') }}),

clicks as (select * from {{ ref('stg_ads__clicks') }}),

bought_segments as (select * from {{ ref('stg_ads__bought_segments') }}),

web_visitors as (
    select
        record_id,
        anonymous_id,
        user_id,
        device_id,
        email,
        given_name,
        family_name,
        phone,
        min(occurred_at) as first_seen_at,
        max(occurred_at) as last_seen_at,
        {{ firstparty.value_at_max('_source_file', '_row_hash') }} as _source_file,
        {{ firstparty.value_at_max('_source_row', '_row_hash') }} as _source_row,
        max(_row_hash) as _row_hash
    from web_events
    where record_id is not null
    group by record_id, anonymous_id, user_id, device_id, email, given_name, family_name, phone
),

app_users as (
    select
        record_id,
        device_id,
        user_id,
        advertising_id,
        push_token,
        min(occurred_at) as first_seen_at,
        max(occurred_at) as last_seen_at,
        {{ firstparty.value_at_max('_source_file', '_row_hash') }} as _source_file,
        {{ firstparty.value_at_max('_source_row', '_row_hash') }} as _source_row,
        max(_row_hash) as _row_hash
    from app_events
    where record_id is not null
    group by record_id, device_id, user_id, advertising_id, push_token
),

int_identity__person_rows_devices as (
    select {{ firstparty.person_row(firstparty.person_columns([
        'anonymous_id', 'user_id', 'device_id', 'email', 'given_name', 'family_name', 'phone',
        'first_seen_at', 'last_seen_at',
    ])) }}
    from web_visitors
    union all
    select {{ firstparty.person_row(firstparty.person_columns([
        'device_id', 'user_id', 'advertising_id', 'push_token', 'first_seen_at', 'last_seen_at',
    ])) }}
    from app_users
    union all
    select {{ firstparty.person_row(firstparty.person_columns(
        ['anonymous_id'], {'first_seen_at': 'clicked_at', 'last_seen_at': 'clicked_at'},
    )) }}
    from clicks
    where record_id is not null
    union all
    select {{ firstparty.person_row(firstparty.person_columns(
        ['email'], {'first_seen_at': 'bought_at', 'last_seen_at': 'bought_at'},
    )) }}
    from bought_segments
    where record_id is not null
)

select * from int_identity__person_rows_devices
