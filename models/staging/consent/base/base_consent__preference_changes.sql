-- One row per raw row of the preference centre's changes, whole or broken, with the verdict on it.
-- Like all consent it is evidence, so the suppression list is not applied (see
-- base_consent__events). A change that names nobody, or a purpose or action outside the
-- vocabulary, is quarantined.
{{ config(
    materialized='landed',
    meta={
        'raw_entity': 'consent.preference_changes',
        'raw_format': 'csv',
        'raw_columns': [
            'change_id', 'user_id', 'email', 'purpose', 'channel', 'action', 'changed_at',
        ],
    },
) }}

with

landed_rows as (
    select * from {{ firstparty.landed_rows() }}
),

checked_rows as (
    select
        landed_rows.*,
        coalesce(
            {{ firstparty.row_reason('change_id', timestamps=['changed_at']) }},
            {{ firstparty.unlisted_value_reason(
                'purpose', firstparty.consent_vocabulary('purposes')
            ) }},
            {{ firstparty.unlisted_value_reason(
                'action', firstparty.consent_vocabulary('actions')
            ) }},
            case
                when
                    {{ firstparty.known_identifier('user_id') }} is null
                    and {{ firstparty.clean_email('email') }} is null
                    then 'invalid_value'
            end
        ) as _own_reason
    from landed_rows
),

base_consent__preference_changes as (
    select
        *,
        {{ firstparty.version_reason('change_id', 'changed_at') }} as _reason_code
    from checked_rows
)

select * from base_consent__preference_changes
