-- One row per person and channel in which they themselves did something by as_of. What was done to
-- them (a newsletter sent, points credited) says nothing about where they like to be, so only kinds
-- with is_by_person in seed event_kinds count. preference_rank 1 is the preferred channel: most
-- events, then the latest, then the name.
with customer_events as (

    select * from {{ ref('customer_events') }}

),

event_kinds as (

    select * from {{ ref('event_kinds') }}

),

counted as (

    select
        customer_events.person_id,
        customer_events.channel,
        count(*) as engagement_count,
        max(customer_events.occurred_at) as last_engaged_at
    from customer_events
    inner join event_kinds
        on customer_events.event_kind = event_kinds.event_kind
    where
        event_kinds.is_by_person
        and customer_events.person_id is not null
        and customer_events.occurred_at <= {{ firstparty.as_of() }}
    group by customer_events.person_id, customer_events.channel

),

int_profile__engagement_by_channel as (

    select
        person_id,
        channel,
        engagement_count,
        last_engaged_at,
        row_number() over (
            partition by person_id
            order by engagement_count desc, last_engaged_at desc nulls last, channel
        ) as preference_rank
    from counted

)

select * from int_profile__engagement_by_channel
