-- One row per person, purpose and channel: granted or denied today, and why. The decision itself
-- is made in int_governance__consent_decisions, which an as-of question runs again for another
-- day.
with

decisions as (
    select * from {{ ref('int_governance__consent_decisions') }}
),

consent_state as (
    select
        person_id,
        purpose,
        channel,
        status,
        consent_event_id,
        rule_number,
        expires_at,
        legal_basis,
        region_rule,
        regime,
        requires_google_signals,
        decided_at
    from decisions
)

select * from consent_state
