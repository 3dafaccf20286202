-- One row per survey answer. The score keeps the scale of its survey type (nps 0 to 10, csat 1 to
-- 5), so scores are compared within a type only. Free-text answers stay in staging, except
-- preferences, which are picked from a list.
with responses as (

    select * from {{ ref('stg_survey__responses') }}

),

int_profile__events_survey as (

    select
        'survey.responses:' || response_id as event_id,
        'survey.responses' as entity,
        record_id,
        'survey_answered' as event_kind,
        responded_at as occurred_at,
        cast(null as decimal(18, 2)) as amount,
        cast(null as string) as currency,
        'survey' as source,
        {{ firstparty.source_row_key() }} as source_row_key,
        {{ firstparty.json_object({
            'survey_type': 'survey_type',
            'question': 'question',
            'score': 'score',
            'preference': "case when survey_type = 'preference' then answer end",
        }) }} as properties
    from responses

)

select * from int_profile__events_survey
