-- One row per Global Privacy Control signal of a browser. It counts for the browser and for every
-- consumer known on it, hence cookie and login. A signal switched off again withdraws nothing:
-- that takes an explicit grant.
with

base_consent__gpc_signals as (
    select * from {{ ref('base_consent__gpc_signals') }}
),

stg_consent__gpc_signals as (
    select
        {{ firstparty.clean_identifier('signal_id') }} as signal_id,
        {{ firstparty.known_identifier('anonymous_id') }} as anonymous_id,
        {{ firstparty.known_identifier('user_id') }} as user_id,
        {{ firstparty.clean_boolean('gpc') }} as is_gpc_on,
        {{ firstparty.clean_country('country') }} as country,
        {{ firstparty.clean_region('region', firstparty.clean_country('country')) }} as region,
        {{ firstparty.clean_timestamp('observed_at') }} as observed_at,
        _source_file,
        _source_row,
        _row_hash
    from base_consent__gpc_signals
    where _reason_code is null
)

select * from stg_consent__gpc_signals
