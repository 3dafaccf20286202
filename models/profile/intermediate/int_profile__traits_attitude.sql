-- One row per person and trait of what they think: recommendation, satisfaction, sentiment,
-- preference. The latest word counts, not the average: opinions change, and an average hides that
-- they did. Scores keep the scale they were asked on. Equal times fall back on the event's id.
with customer_events as (

    select * from {{ ref('customer_events') }}

),

opinions as (

    select
        person_id,
        event_id,
        event_kind,
        occurred_at,
        {{ firstparty.json_text('properties', '$.survey_type') }} as survey_type,
        {{ firstparty.json_text('properties', '$.score') }} as score,
        {{ firstparty.json_text('properties', '$.csat') }} as csat,
        {{ firstparty.json_text('properties', '$.sentiment') }} as sentiment,
        {{ firstparty.json_text('properties', '$.preference') }} as preference
    from customer_events
    where
        event_kind in (
            'survey_answered', 'ticket_closed', 'social_mention_made', 'social_message_received'
        )
        and person_id is not null
        and occurred_at <= {{ firstparty.as_of() }}

),

named as (

    select
        person_id,
        event_id,
        occurred_at,
        case
            when survey_type = 'nps' then 'last_nps_score'
            when survey_type = 'csat' or event_kind = 'ticket_closed'
                then 'last_satisfaction_score'
            when survey_type = 'preference' then 'stated_preference'
            when event_kind in ('social_mention_made', 'social_message_received')
                then 'last_sentiment'
        end as trait_name,
        {{ firstparty.try_cast_to('coalesce(score, csat)', 'double') }} as value_number,
        coalesce(preference, sentiment) as word
    from opinions

),

stated as (

    select
        person_id,
        event_id,
        occurred_at,
        trait_name,
        case when trait_name not in ('stated_preference', 'last_sentiment') then value_number end
            as value_number,
        case
            when trait_name in ('stated_preference', 'last_sentiment') then word
            else cast(value_number as string)
        end as value
    from named

),

ranked as (

    select
        person_id,
        event_id,
        trait_name,
        value,
        value_number,
        row_number() over (
            partition by person_id, trait_name
            order by occurred_at desc, event_id desc
        ) as statement_rank
    from stated
    where
        trait_name is not null
        and value is not null

),

int_profile__traits_attitude as (

    select
        person_id,
        trait_name,
        value,
        value_number,
        'event ' || event_id as evidence
    from ranked
    where statement_rank = 1

)

select * from int_profile__traits_attitude
