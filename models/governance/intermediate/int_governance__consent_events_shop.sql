-- One row per answer to the shop's "accepts marketing" box, for the address of the account. A box
-- that was never touched (false, and no time at which it changed) is no answer: it neither grants
-- nor refuses.
with

customers as (
    select * from {{ ref('stg_shop__customers') }}
),

int_governance__consent_events_shop as (
    select
        'shop.customers' as source_system,
        customer_id || ':' || cast(accepts_marketing as string) || ':'
        || cast(coalesce(accepts_marketing_updated_at, created_at) as string) as source_event_id,
        'email' as identifier_type,
        email as identifier_value,
        user_id as login_value,
        'email_marketing' as purpose,
        'email' as channel,
        case when accepts_marketing then 'granted' else 'withdrawn' end as action,
        'form' as mechanism,
        coalesce(accepts_marketing_updated_at, created_at) as occurred_at
    from customers
    where
        email is not null
        and coalesce(accepts_marketing_updated_at, created_at) is not null
        and accepts_marketing is not null
        and (accepts_marketing or accepts_marketing_updated_at is not null)
)

select * from int_governance__consent_events_shop
