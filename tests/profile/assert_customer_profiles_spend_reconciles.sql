-- Per currency: what profiles show, and what persons paid in their other currencies, and what
-- nobody known paid, is what the timeline's purchases come to. The same for refunds and charges.
-- Read from customer_events itself and not from the table the profiles are summed from.
{{ config(group='profile') }}
with customer_events as (

    select * from {{ ref('customer_events') }}

),

event_kinds as (

    select * from {{ ref('event_kinds') }}

),

profiles as (

    select * from {{ ref('customer_profiles') }}

),

spend_by_currency as (

    select * from {{ ref('int_profile__spend_by_currency') }}

),

both_sides as (

    select
        coalesce(spend_currency, 'XXX') as currency,
        total_spend_amount as spend_amount,
        refunded_amount,
        subscription_amount
    from profiles
    union all
    select
        currency,
        spend_amount,
        refunded_amount,
        subscription_amount
    from spend_by_currency
    where
        spend_rank > 1
        or person_id is null
    union all
    select
        coalesce(customer_events.currency, 'XXX') as currency,
        case when event_kinds.money_role = 'purchase' then -customer_events.amount end
            as spend_amount,
        case when event_kinds.money_role = 'refund' then -customer_events.amount end
            as refunded_amount,
        case when event_kinds.money_role = 'recurring' then -customer_events.amount end
            as subscription_amount
    from customer_events
    inner join event_kinds
        on customer_events.event_kind = event_kinds.event_kind
    where customer_events.occurred_at <= {{ firstparty.as_of() }}

),

assert_customer_profiles_spend_reconciles as (

    select
        currency,
        sum(coalesce(spend_amount, 0)) as spend_difference,
        sum(coalesce(refunded_amount, 0)) as refund_difference,
        sum(coalesce(subscription_amount, 0)) as subscription_difference
    from both_sides
    group by currency
    having
        sum(coalesce(spend_amount, 0)) <> 0
        or sum(coalesce(refunded_amount, 0)) <> 0
        or sum(coalesce(subscription_amount, 0)) <> 0

)

select * from assert_customer_profiles_spend_reconciles
