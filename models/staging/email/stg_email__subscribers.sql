-- One row per newsletter subscriber, in its newest state. The status is the e-mail tool's own and
-- not a consent: consent comes from source `consent`. It is kept because a bounce or a complaint
-- says more about an address than any form does.
with

base_email__subscribers as (
    select * from {{ ref('base_email__subscribers') }}
),

stg_email__subscribers as (
    select
        {{ firstparty.clean_identifier('subscriber_id') }} as subscriber_id,
        {{ firstparty.record_id(
            'email', firstparty.clean_identifier('subscriber_id')
        ) }} as record_id,
        {{ firstparty.clean_email('email') }} as email,
        email as email_raw,
        {{ firstparty.clean_name('first_name') }} as given_name,
        {{ firstparty.clean_name('last_name') }} as family_name,
        {{ firstparty.clean_country('country') }} as country,
        lower({{ firstparty.clean_text('status') }}) as status,
        {{ firstparty.clean_text('list_name') }} as list_name,
        {{ firstparty.clean_timestamp('subscribed_at') }} as subscribed_at,
        {{ firstparty.clean_timestamp('unsubscribed_at') }} as unsubscribed_at,
        {{ firstparty.clean_timestamp('updated_at') }} as updated_at,
        _source_file,
        _source_row,
        _row_hash
    from base_email__subscribers
    where _reason_code is null
)

select * from stg_email__subscribers
