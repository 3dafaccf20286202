-- One row per event in which money moved by as_of: purchases, refunds, charges of a subscription.
-- Which kinds of event those are is the seed's column money_role. A sum without a currency is
-- counted under XXX, the code of ISO 4217 for no currency: sums of different currencies are never
-- added up.
with customer_events as (

    select * from {{ ref('customer_events') }}

),

event_kinds as (

    select * from {{ ref('event_kinds') }}

),

int_profile__purchases as (

    select
        customer_events.event_id,
        customer_events.person_id,
        customer_events.occurred_at,
        event_kinds.money_role,
        coalesce(customer_events.amount, 0) as amount,
        coalesce(customer_events.currency, 'XXX') as currency
    from customer_events
    inner join event_kinds
        on customer_events.event_kind = event_kinds.event_kind
    where
        event_kinds.money_role <> 'none'
        and customer_events.occurred_at <= {{ firstparty.as_of() }}

)

select * from int_profile__purchases
