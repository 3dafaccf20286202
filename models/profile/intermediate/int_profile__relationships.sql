-- One row per person: the stage of their life as a customer, what they spent, and where they are
-- met. First and last seen span both the records and the events: a customer with one record may
-- have come back for years. Counts and sums are zero, not null, for whoever never bought.
with persons as (

    select * from {{ ref('persons') }}

),

lifecycles as (

    select * from {{ ref('int_profile__lifecycles') }}

),

spend as (

    select * from {{ ref('int_profile__spend_summed') }}

),

activity as (

    select * from {{ ref('int_profile__activity_summed') }}

),

int_profile__relationships as (

    select
        persons.person_id,
        cast(lifecycles.is_anonymous as boolean) as is_anonymous,
        cast(
            least(persons.first_seen_at, activity.first_event_at) as timestamp
        ) as first_seen_at,
        cast(
            greatest(persons.last_seen_at, activity.last_event_at) as timestamp
        ) as last_seen_at,
        cast(lifecycles.lifecycle_stage as string) as lifecycle_stage,
        cast(coalesce(spend.order_count, 0) as bigint) as order_count,
        cast(spend.first_order_at as timestamp) as first_order_at,
        cast(spend.last_order_at as timestamp) as last_order_at,
        cast(lifecycles.days_since_last_order as bigint) as days_since_last_order,
        cast(spend.spend_currency as string) as spend_currency,
        cast(coalesce(spend.total_spend_amount, 0) as decimal(18, 2)) as total_spend_amount,
        {{ firstparty.amount_per_item(
            'spend.total_spend_amount', 'spend.main_currency_order_count'
        ) }} as average_order_amount,
        cast(coalesce(spend.refunded_amount, 0) as decimal(18, 2)) as refunded_amount,
        cast(
            coalesce(spend.subscription_amount, 0) as decimal(18, 2)
        ) as subscription_amount,
        cast(spend.other_currency_spend as string) as other_currency_spend,
        cast(coalesce(activity.event_count, 0) as bigint) as event_count,
        cast(activity.channels_used as string) as channels_used,
        cast(activity.preferred_channel as string) as preferred_channel
    from persons
    left join lifecycles
        on persons.person_id = lifecycles.person_id
    left join spend
        on persons.person_id = spend.person_id
    left join activity
        on persons.person_id = activity.person_id

)

select * from int_profile__relationships
