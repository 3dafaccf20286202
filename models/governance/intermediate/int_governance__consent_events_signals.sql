-- One row per Global Privacy Control signal, identifier and purpose that the signal denies. The
-- signal speaks for the browser and for the login used in it. Only a signal that is on says
-- something: its absence is not a consent.
with

gpc_signals as (
    select * from {{ ref('stg_consent__gpc_signals') }}
),

purposes as (
    select * from {{ ref('purposes') }}
),

browser_signals as (
    select
        signal_id,
        'anonymous_id' as identifier_type,
        anonymous_id as identifier_value,
        user_id,
        case
            when region like '%-%' then region
            when region is not null then country || '-' || region
            else country
        end as jurisdiction,
        observed_at
    from gpc_signals
    where is_gpc_on and anonymous_id is not null
),

login_signals as (
    select
        signal_id,
        'user_id' as identifier_type,
        user_id as identifier_value,
        user_id,
        case
            when region like '%-%' then region
            when region is not null then country || '-' || region
            else country
        end as jurisdiction,
        observed_at
    from gpc_signals
    where is_gpc_on and user_id is not null
),

all_signals as (
    select * from browser_signals
    union all
    select * from login_signals
),

int_governance__consent_events_signals as (
    select
        'consent.gpc_signals' as source_system,
        concat_ws(
            ':', all_signals.signal_id, all_signals.identifier_type, purposes.purpose
        ) as source_event_id,
        all_signals.identifier_type,
        all_signals.identifier_value,
        all_signals.user_id as login_value,
        purposes.purpose,
        purposes.channel,
        'objected' as action,
        'gpc' as mechanism,
        all_signals.jurisdiction,
        all_signals.observed_at as occurred_at
    from all_signals
    inner join purposes on purposes.is_denied_by_gpc
    where all_signals.observed_at is not null
)

select * from int_governance__consent_events_signals
