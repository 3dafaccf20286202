-- One row per answered question: a Net Promoter Score, a satisfaction score, or a stated
-- preference. The score is null where the answer is words. A respondent is known by the e-mail or
-- login that the invitation carried; an anonymous response is a record without identifiers, and
-- stays a person of its own.
with

base_survey__responses as (
    select * from {{ ref('base_survey__responses') }}
),

stg_survey__responses as (
    select
        {{ firstparty.clean_identifier('response_id') }} as response_id,
        {{ firstparty.record_id(
            'survey', firstparty.clean_identifier('response_id')
        ) }} as record_id,
        lower({{ firstparty.clean_text('survey_type') }}) as survey_type,
        {{ firstparty.clean_email('email') }} as email,
        email as email_raw,
        {{ firstparty.known_identifier('user_id') }} as user_id,
        {{ firstparty.clean_text('question') }} as question,
        {{ firstparty.try_cast_to(firstparty.clean_text('score'), 'double') }} as score,
        {{ firstparty.clean_text('answer') }} as answer,
        {{ firstparty.clean_timestamp('responded_at') }} as responded_at,
        lower({{ firstparty.clean_text('channel') }}) as channel,
        _source_file,
        _source_row,
        _row_hash
    from base_survey__responses
    where _reason_code is null
)

select * from stg_survey__responses
