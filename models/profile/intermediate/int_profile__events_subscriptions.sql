-- One row per event in the life of a subscription: started, renewed, payment failed, cancelled,
-- changed. The subscription itself is a state and no event; its start is among its events already.
-- amount is what the event charged. Words that the source invents later become
-- subscription_changed, with the word in the properties, so that no event is lost to a spelling.
with subscription_events as (

    select * from {{ ref('stg_subscriptions__subscription_events') }}

),

int_profile__events_subscriptions as (

    select
        'subscriptions.subscription_events:' || event_id as event_id,
        'subscriptions.subscription_events' as entity,
        record_id,
        case
            when lower(event_name) in ('start', 'started') then 'subscription_started'
            when lower(event_name) in ('renew', 'renewed', 'renewal') then 'subscription_renewed'
            when lower(event_name) in ('cancel', 'cancelled', 'canceled', 'cancellation')
                then 'subscription_cancelled'
            when lower(event_name) = 'payment_failed' then 'subscription_payment_failed'
            else 'subscription_changed'
        end as event_kind,
        occurred_at,
        amount,
        currency,
        'subscriptions' as source,
        {{ firstparty.source_row_key() }} as source_row_key,
        {{ firstparty.json_object({
            'subscription_id': 'subscription_id',
            'event_name': 'event_name',
        }) }} as properties
    from subscription_events

)

select * from int_profile__events_subscriptions
