-- One row per privacy request, in its newest state. Its column `right` is a word of SQL's own:
-- quote it, or name it with its table. A phone number without its country's prefix reads as null
-- unless the project has a default country: a request carries no country, and a guessed one would
-- erase somebody else.
with

base_consent__privacy_requests as (
    select * from {{ ref('base_consent__privacy_requests') }}
),

stg_consent__privacy_requests as (
    select
        {{ firstparty.clean_identifier('request_id') }} as request_id,
        lower({{ firstparty.clean_text(adapter.quote('right')) }}) as {{ adapter.quote('right') }},
        {{ firstparty.clean_email('email') }} as email,
        email as email_raw,
        {{ firstparty.clean_phone('phone', 'cast(null as string)') }} as phone,
        phone as phone_raw,
        {{ firstparty.known_identifier('user_id') }} as user_id,
        lower({{ firstparty.clean_text('regime') }}) as regime,
        {{ firstparty.clean_timestamp('received_at') }} as received_at,
        {{ firstparty.clean_timestamp('identity_verified_at') }} as identity_verified_at,
        lower({{ firstparty.clean_text('status') }}) as status,
        {{ firstparty.clean_timestamp('closed_at') }} as closed_at,
        _source_file,
        _source_row,
        _row_hash
    from base_consent__privacy_requests
    where _reason_code is null
)

select * from stg_consent__privacy_requests
