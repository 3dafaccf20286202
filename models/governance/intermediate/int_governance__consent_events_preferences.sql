-- One row per preference-centre change and identifier that it names. Who changes a preference is
-- logged in, so each row carries the login: a later grant under the same login may lift a refusal
-- made under it, and no other can.
with

preference_changes as (
    select * from {{ ref('stg_consent__preference_changes') }}
),

address_events as (
    select
        change_id || ':email' as source_event_id,
        'email' as identifier_type,
        email as identifier_value,
        user_id as login_value,
        purpose,
        channel,
        action,
        changed_at as occurred_at
    from preference_changes
    where email is not null
),

login_events as (
    select
        change_id || ':user_id' as source_event_id,
        'user_id' as identifier_type,
        user_id as identifier_value,
        user_id as login_value,
        purpose,
        channel,
        action,
        changed_at as occurred_at
    from preference_changes
    where user_id is not null
),

all_events as (
    select * from address_events
    union all
    select * from login_events
),

int_governance__consent_events_preferences as (
    select
        'consent.preference_changes' as source_system,
        source_event_id,
        identifier_type,
        identifier_value,
        login_value,
        purpose,
        channel,
        action,
        'preference_center' as mechanism,
        occurred_at
    from all_events
    where purpose is not null and action is not null and occurred_at is not null
)

select * from int_governance__consent_events_preferences
