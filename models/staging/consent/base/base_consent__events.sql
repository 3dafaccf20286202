-- One row per line of the consent platform's events, whole or broken, with the verdict on it. The
-- suppression list is not applied: the ledger is evidence (GDPR Art. 7(1), 17(3)), and dropping an
-- erased person's refusal would bring back what was refused. From here on the ledger knows the
-- identifier by its keyed hash alone. A purpose or action outside the vocabulary, or an identifier
-- that cannot be read, is quarantined where it is seen and counted, never dropped: it may be a
-- refusal.
{{ config(
    materialized='landed',
    meta={
        'raw_entity': 'consent.events',
        'raw_format': 'jsonl',
        'raw_columns': [
            'event_id', 'identifier_type', 'identifier_value', 'purpose', 'channel', 'vendor',
            'action', 'legal_basis', 'jurisdiction', 'mechanism', 'framework_string',
            'notice_version', 'occurred_at', 'received_at', 'expires_at', 'actor', 'is_minor',
            'country',
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
            {{ firstparty.row_reason('event_id', timestamps=['occurred_at']) }},
            {{ firstparty.unlisted_value_reason(
                'purpose', firstparty.consent_vocabulary('purposes')
            ) }},
            {{ firstparty.unlisted_value_reason(
                'action', firstparty.consent_vocabulary('actions')
            ) }},
            {{ firstparty.unlisted_value_reason(
                'identifier_type', firstparty.consent_vocabulary('identifier_types')
            ) }},
            case
                when
                    {{ firstparty.canonical_identifier(
                        'identifier_type', 'identifier_value', 'country'
                    ) }} is null
                    then 'invalid_value'
            end
        ) as _own_reason
    from landed_rows
),

base_consent__events as (
    select
        *,
        {{ firstparty.version_reason('event_id', 'received_at') }} as _reason_code
    from checked_rows
)

select * from base_consent__events
