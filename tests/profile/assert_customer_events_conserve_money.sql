-- What orders, receipts, returns and subscriptions staged is what the timeline holds, per entity
-- and currency, cancelled orders included: no join has multiplied or dropped an amount.
{% set staged_amounts = {
    'shop.orders': 'total_amount',
    'pos.receipts': 'total_amount',
    'subscriptions.subscription_events': 'amount',
} -%}
with customer_events as (

    select * from {{ ref('customer_events') }}

),

returns as (

    select * from {{ ref('stg_shop__returns') }}

),

both_sides as (

    {% for entity, amount in staged_amounts.items() -%}
        select
            '{{ entity }}' as entity,
            currency,
            {{ amount }} as staged_amount,
            0 as event_amount
        from {{ ref('stg_' ~ entity.replace('.', '__')) }}
        union all
    {% endfor -%}
    select
        'shop.returns' as entity,
        'any' as currency,
        refund_amount as staged_amount,
        0 as event_amount
    from returns
    union all
    select
        entity,
        case when entity = 'shop.returns' then 'any' else currency end as currency,
        0 as staged_amount,
        amount as event_amount
    from customer_events
    where
        entity in (
            'shop.returns', 'shop.orders', 'pos.receipts', 'subscriptions.subscription_events'
        )

),

assert_customer_events_conserve_money as (

    select
        entity,
        currency,
        sum(coalesce(staged_amount, 0)) as staged_amount,
        sum(coalesce(event_amount, 0)) as event_amount
    from both_sides
    group by entity, currency
    having sum(coalesce(staged_amount, 0)) <> sum(coalesce(event_amount, 0))

)

select * from assert_customer_events_conserve_money
