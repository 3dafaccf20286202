-- One row per event of the consent platform: what a banner, form or service sent as a consent
-- event in so many words. Identifiers are brought to the canonical form in which identity holds
-- them, so that their keyed hashes meet. An event without a purpose or an action decides nothing
-- and stays in staging.
with

declared_events as (
    select * from {{ ref('stg_consent__events') }}
),

int_governance__consent_events_declared as (
    select
        'consent.events' as source_system,
        event_id as source_event_id,
        identifier_type,
        identifier_value,
        case when identifier_type = 'user_id' then identifier_value end as login_value,
        purpose,
        channel,
        vendor as vendor_or_destination,
        action,
        legal_basis,
        jurisdiction,
        country,
        mechanism,
        framework_string,
        notice_version,
        occurred_at,
        received_at,
        expires_at,
        actor,
        is_minor
    from declared_events
    where
        purpose is not null
        and action is not null
        and identifier_value is not null
        and occurred_at is not null
)

select * from int_governance__consent_events_declared
