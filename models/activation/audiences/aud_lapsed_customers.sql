-- One row per person of the audience: known customers who bought before and not in the last 180
-- days. Two years is the far end: whoever has stayed away longer is unlikely to know why we write.
with

customer_profiles as (
    select * from {{ ref('customer_profiles') }}
),

aud_lapsed_customers as (
    select person_id
    from customer_profiles
    where
        not is_anonymous
        and order_count >= 1
        and {{ firstparty.days_between('last_order_at', firstparty.as_of()) }} between 181 and 730
)

select * from aud_lapsed_customers
