-- One row per person with any event by as_of: when it began, when it was last, how much, and where.
-- First and last count every event, also those done to the person; channels only what they did
-- themselves.
with customer_events as (

    select * from {{ ref('customer_events') }}

),

engagement_by_channel as (

    select * from {{ ref('int_profile__engagement_by_channel') }}

),

channels as (

    select
        person_id,
        {{ firstparty.sorted_text_list('channel') }} as channels_used,
        max(case when preference_rank = 1 then channel end) as preferred_channel
    from engagement_by_channel
    group by person_id

),

events as (

    select
        person_id,
        count(*) as event_count,
        min(occurred_at) as first_event_at,
        max(occurred_at) as last_event_at
    from customer_events
    where
        person_id is not null
        and occurred_at <= {{ firstparty.as_of() }}
    group by person_id

),

int_profile__activity_summed as (

    select
        events.person_id,
        events.event_count,
        events.first_event_at,
        events.last_event_at,
        channels.channels_used,
        channels.preferred_channel
    from events
    left join channels
        on events.person_id = channels.person_id

)

select * from int_profile__activity_summed
