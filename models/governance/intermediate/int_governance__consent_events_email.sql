-- One row per act of a newsletter subscriber on an address: subscribing, unsubscribing (by list or
-- by the link in a mail) and complaining to the mailbox provider. A bounce says nothing about the
-- will of a person and is left out.
with

subscribers as (
    select * from {{ ref('stg_email__subscribers') }}
),

email_events as (
    select * from {{ ref('stg_email__events') }}
),

subscriptions as (
    select
        'email.subscribers' as source_system,
        subscriber_id || ':subscribed:' || cast(subscribed_at as string) as source_event_id,
        email,
        'granted' as action,
        subscribed_at as occurred_at
    from subscribers
    where
        subscribed_at is not null
        and status in ('subscribed', 'active', 'unsubscribed', 'complained')
),

cancellations as (
    select
        'email.subscribers' as source_system,
        subscriber_id || ':' || status || ':'
        || cast(coalesce(unsubscribed_at, updated_at, subscribed_at) as string) as source_event_id,
        email,
        case when status = 'complained' then 'objected' else 'withdrawn' end as action,
        coalesce(unsubscribed_at, updated_at, subscribed_at) as occurred_at
    from subscribers
    where status in ('unsubscribed', 'complained')
),

link_clicks as (
    select
        'email.events' as source_system,
        event_id as source_event_id,
        email,
        case when event = 'complaint' then 'objected' else 'withdrawn' end as action,
        occurred_at
    from email_events
    where event in ('unsubscribe', 'complaint')
),

all_acts as (
    select * from subscriptions
    union all
    select * from cancellations
    union all
    select * from link_clicks
),

int_governance__consent_events_email as (
    select
        source_system,
        source_event_id,
        'email' as identifier_type,
        email as identifier_value,
        cast(null as string) as login_value,
        'email_marketing' as purpose,
        'email' as channel,
        action,
        'form' as mechanism,
        occurred_at
    from all_acts
    where email is not null and occurred_at is not null
)

select * from int_governance__consent_events_email
