-- One row per person and currency: what they paid, what they got back, what subscriptions charged.
-- Money that nobody known moved is here too, as the rows with person_id null, so that the table
-- adds up to the events. spend_rank 1 marks the currency that a person mostly buys in.
with purchases as (

    select * from {{ ref('int_profile__purchases') }}

),

summed as (

    select
        person_id,
        currency,
        sum(case when money_role = 'purchase' then 1 else 0 end) as order_count,
        sum(case when money_role = 'purchase' then amount else 0 end) as spend_amount,
        sum(case when money_role = 'refund' then amount else 0 end) as refunded_amount,
        sum(case when money_role = 'recurring' then amount else 0 end) as subscription_amount,
        min(case when money_role = 'purchase' then occurred_at end) as first_order_at,
        max(case when money_role = 'purchase' then occurred_at end) as last_order_at
    from purchases
    group by person_id, currency

),

int_profile__spend_by_currency as (

    select
        person_id,
        currency,
        cast(order_count as bigint) as order_count,
        cast(spend_amount as decimal(18, 2)) as spend_amount,
        cast(refunded_amount as decimal(18, 2)) as refunded_amount,
        cast(subscription_amount as decimal(18, 2)) as subscription_amount,
        first_order_at,
        last_order_at,
        row_number() over (
            partition by person_id
            order by order_count desc, last_order_at desc nulls last, currency
        ) as spend_rank
    from summed

)

select * from int_profile__spend_by_currency
