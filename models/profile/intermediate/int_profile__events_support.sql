-- One row per event at the service desk: a ticket opened, a ticket closed, a message either way.
-- A ticket gives one event when it opens and a second when it is closed. What was written stays in
-- staging: free text holds whatever people write, and a timeline needs only that they wrote.
with tickets as (

    select * from {{ ref('stg_support__tickets') }}

),

messages as (

    select * from {{ ref('stg_support__messages') }}

),

opened_events as (

    select
        'support.tickets:' || ticket_id as event_id,
        'support.tickets' as entity,
        record_id,
        'ticket_opened' as event_kind,
        opened_at as occurred_at,
        {{ firstparty.source_row_key() }} as source_row_key,
        {{ firstparty.json_object({
            'ticket_id': 'ticket_id',
            'contact_channel': 'channel',
            'priority': 'priority',
        }) }} as properties
    from tickets

),

closed_events as (

    select
        'support.tickets:' || ticket_id || ':closed' as event_id,
        'support.tickets' as entity,
        record_id,
        'ticket_closed' as event_kind,
        closed_at as occurred_at,
        {{ firstparty.source_row_key() }} as source_row_key,
        {{ firstparty.json_object({
            'ticket_id': 'ticket_id',
            'contact_channel': 'channel',
            'csat': 'csat',
        }) }} as properties
    from tickets
    where closed_at is not null

),

message_events as (

    select
        'support.messages:' || message_id as event_id,
        'support.messages' as entity,
        record_id,
        case
            when lower(sender) = 'customer' then 'support_message_received'
            else 'support_message_sent'
        end as event_kind,
        sent_at as occurred_at,
        {{ firstparty.source_row_key() }} as source_row_key,
        {{ firstparty.json_object({
            'ticket_id': 'ticket_id',
            'sender': 'sender',
            'character_count': 'length(body)',
        }) }} as properties
    from messages

),

int_profile__events_support as (

    {% for events in ['opened_events', 'closed_events', 'message_events'] -%}
        select
            event_id,
            entity,
            record_id,
            event_kind,
            occurred_at,
            cast(null as decimal(18, 2)) as amount,
            cast(null as string) as currency,
            'support' as source,
            source_row_key,
            properties
        from {{ events }}
        {% if not loop.last %}union all{% endif %}
    {% endfor %}
)

select * from int_profile__events_support
