-- One row per change of the push permission on a device. Every app event repeats the permission;
-- only those where it differs from the event before are kept. A late event may add a change
-- between two others; the ledger then takes it as one more statement about its own moment, which
-- is what it is.
with

app_events as (
    select * from {{ ref('stg_app__events') }}
),

permissions as (
    select
        event_id,
        device_id,
        user_id,
        is_push_enabled,
        occurred_at,
        received_at,
        lag(is_push_enabled) over (
            partition by device_id order by occurred_at, event_id
        ) as was_push_enabled
    from app_events
    where device_id is not null and is_push_enabled is not null and occurred_at is not null
),

int_governance__consent_events_app as (
    select
        'app.events' as source_system,
        event_id as source_event_id,
        'device_id' as identifier_type,
        device_id as identifier_value,
        user_id as login_value,
        'push' as purpose,
        'push' as channel,
        case when is_push_enabled then 'granted' else 'withdrawn' end as action,
        'api' as mechanism,
        received_at,
        occurred_at
    from permissions
    where was_push_enabled is null or was_push_enabled != is_push_enabled
)

select * from int_governance__consent_events_app
