-- One row per raw row of the survey tool's responses, whole or broken, with the verdict on it. A
-- score that is no number is quarantined, and so is a Net Promoter Score outside 0 to 10: it comes
-- from a form with another scale, and one such answer moves the average of a small audience. Other
-- scores have scales of their own; no score at all is an answer in words.
{% set erasable = {
    'email': firstparty.clean_email('landed_rows.email'),
    'user_id': firstparty.clean_identifier('landed_rows.user_id'),
} %}
{{ config(
    materialized='landed',
    meta={
        'raw_entity': 'survey.responses',
        'raw_format': 'csv',
        'raw_columns': [
            'response_id', 'survey_type', 'email', 'user_id', 'question', 'score', 'answer',
            'responded_at', 'channel',
        ],
    },
) }}

with

landed_rows as (
    select * from {{ firstparty.landed_rows() }}
),

suppressed_identifiers as (
    select * from {{ ref('suppressed_identifiers') }}
),

checked_rows as (
    select
        landed_rows.*,
        coalesce(
            {{ firstparty.row_reason(
                'response_id',
                timestamps=['responded_at'],
                email='email',
                erasable=erasable,
            ) }},
            {{ firstparty.unlisted_value_reason(
                'survey_type', ['nps', 'csat', 'preference']
            ) }},
            case
                when
                    {{ firstparty.clean_text('score') }} is not null
                    and {{ firstparty.try_cast_to(
                        firstparty.clean_text('score'), 'double'
                    ) }} is null
                    then 'invalid_value'
                when
                    lower({{ firstparty.clean_text('survey_type') }}) = 'nps'
                    and {{ firstparty.try_cast_to(
                        firstparty.clean_text('score'), 'double'
                    ) }} not between 0 and 10
                    then 'invalid_value'
            end
        ) as _own_reason
    from landed_rows
    {{ firstparty.join_suppressed_identifiers(erasable) }}
),

base_survey__responses as (
    select
        *,
        {{ firstparty.version_reason('response_id', 'responded_at') }} as _reason_code
    from checked_rows
)

select * from base_survey__responses
