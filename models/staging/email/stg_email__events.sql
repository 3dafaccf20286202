-- One row per e-mail event: sent, opened, clicked, bounced, unsubscribed or complained. It belongs
-- to the record of the subscriber. The address is the one written to at that time, which may no
-- longer be the subscriber's. Opens are what the tool counts: a mail client that fetches pictures
-- by itself opens every mail.
with

base_email__events as (
    select * from {{ ref('base_email__events') }}
),

stg_email__events as (
    select
        {{ firstparty.clean_identifier('event_id') }} as event_id,
        {{ firstparty.record_id(
            'email', firstparty.clean_identifier('subscriber_id')
        ) }} as record_id,
        {{ firstparty.clean_identifier('subscriber_id') }} as subscriber_id,
        {{ firstparty.clean_email('email') }} as email,
        email as email_raw,
        lower({{ firstparty.clean_text('event') }}) as event,
        {{ firstparty.clean_identifier('campaign_id') }} as campaign_id,
        {{ firstparty.clean_text('campaign_name') }} as campaign_name,
        {{ firstparty.clean_text('url') }} as url,
        {{ firstparty.clean_timestamp('occurred_at') }} as occurred_at,
        _source_file,
        _source_row,
        _row_hash
    from base_email__events
    where _reason_code is null
)

select * from stg_email__events
