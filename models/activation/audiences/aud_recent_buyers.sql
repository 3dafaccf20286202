-- One row per person of the audience: known customers whose last order is at most 90 days old.
-- Anonymous visitors are left out: no platform could match them.
with

customer_profiles as (
    select * from {{ ref('customer_profiles') }}
),

aud_recent_buyers as (
    select person_id
    from customer_profiles
    where
        not is_anonymous
        and order_count >= 1
        and {{ firstparty.days_between('last_order_at', firstparty.as_of()) }} between 0 and 90
)

select * from aud_recent_buyers
