-- One row per person of the audience: known customers with three orders or more, the last within a
-- year. Counts orders and not spend, so that one large purchase does not make a loyal customer.
with

customer_profiles as (
    select * from {{ ref('customer_profiles') }}
),

aud_loyal_customers as (
    select person_id
    from customer_profiles
    where
        not is_anonymous
        and order_count >= 3
        and {{ firstparty.days_between('last_order_at', firstparty.as_of()) }} between 0 and 365
)

select * from aud_loyal_customers
