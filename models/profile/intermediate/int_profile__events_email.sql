-- One row per event of the newsletter: a subscription, a send, an open, a click, a bounce, an
-- unsubscription, a complaint. A word outside this list becomes email_event_received and is kept.
-- Opens are what the mail client reported: a proxy that loads pictures counts as one too.
with subscribers as (

    select * from {{ ref('stg_email__subscribers') }}

),

email_events as (

    select * from {{ ref('stg_email__events') }}

),

subscriber_events as (

    select
        'email.subscribers:' || subscriber_id as event_id,
        'email.subscribers' as entity,
        record_id,
        'email_subscribed' as event_kind,
        subscribed_at as occurred_at,
        {{ firstparty.source_row_key() }} as source_row_key,
        {{ firstparty.json_object({'list_name': 'list_name'}) }} as properties
    from subscribers
    where subscribed_at is not null

),

message_events as (

    select
        'email.events:' || event_id as event_id,
        'email.events' as entity,
        record_id,
        case lower(event)
            when 'send' then 'email_sent'
            when 'open' then 'email_opened'
            when 'click' then 'email_clicked'
            when 'bounce' then 'email_bounced'
            when 'unsubscribe' then 'email_unsubscribed'
            when 'complaint' then 'email_complained'
            else 'email_event_received'
        end as event_kind,
        occurred_at,
        {{ firstparty.source_row_key() }} as source_row_key,
        {{ firstparty.json_object({
            'event': 'event',
            'campaign_id': 'campaign_id',
            'campaign_name': 'campaign_name',
            'url': 'url',
        }) }} as properties
    from email_events

),

int_profile__events_email as (

    {% for events in ['subscriber_events', 'message_events'] -%}
        select
            event_id,
            entity,
            record_id,
            event_kind,
            occurred_at,
            cast(null as decimal(18, 2)) as amount,
            cast(null as string) as currency,
            'email' as source,
            source_row_key,
            properties
        from {{ events }}
        {% if not loop.last %}union all{% endif %}
    {% endfor %}
)

select * from int_profile__events_email
