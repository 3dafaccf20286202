-- One row per consent event and identifier it speaks for; append-only and never rebuilt, because a
-- company must be able to show what it knew when. Identifiers are keyed hashes, and no person id
-- is stored: who a person is may change, what an identifier was told may not. Late events are
-- appended like any other, with the day of the build that learned of them, so that "what was true"
-- (occurred_at) and "what was known" (ingested_at) stay two questions.
{{ config(
    materialized='incremental',
    incremental_strategy=firstparty.log_strategy(),
    unique_key='consent_event_id',
    full_refresh=false,
    on_schema_change='fail',
) }}

with

consent_events as (
    select * from {{ ref('int_governance__consent_events') }}
),

region_rules as (
    select * from {{ ref('consent_region_rules') }}
),

keyed_events as (
    select
        *,
        {{ firstparty.to_hex_sha256("source_system || '|' || source_event_id") }}
            as consent_event_id,
        case
            when action in ('granted', 'reinstated') then 'granted'
            when action in ('denied', 'withdrawn', 'objected', 'expired') then 'denied'
        end as status
    from consent_events
),

{% if is_incremental() -%}
    known_events as (
        select consent_event_id as known_event_id from {{ this }}
    ),

    last_batches as (
        select max(batch_number) as batch_number from {{ this }}
    ),

    new_events as (
        select keyed_events.*
        from keyed_events
        left join known_events on keyed_events.consent_event_id = known_events.known_event_id
        where known_events.known_event_id is null
    ),
{%- else -%}
    last_batches as (
        select cast(0 as bigint) as batch_number
    ),

    new_events as (
        select keyed_events.* from keyed_events
    ),
{%- endif %}

consent_ledger as (
    select
        new_events.consent_event_id,
        new_events.identifier_type,
        keyed_hash(new_events.identifier_type || ':' || new_events.identifier_value)
            as identifier_value_hash,
        keyed_hash('user_id:' || new_events.login_value) as login_id_hash,
        new_events.purpose,
        new_events.channel,
        new_events.vendor_or_destination,
        new_events.action,
        new_events.status,
        new_events.legal_basis,
        new_events.jurisdiction,
        case
            when new_events.jurisdiction is null then 'default'
            when new_events.mechanism = 'gpc' then 'ip'
            else 'declared'
        end as jurisdiction_source,
        coalesce(subdivision_rules.regime, country_rules.regime, 'default') as regime,
        new_events.mechanism,
        new_events.framework_string,
        cast(null as string) as framework_version,
        cast(null as string) as notice_id,
        new_events.notice_version,
        cast(null as string) as language,
        cast(null as string) as proof_uri,
        new_events.occurred_at,
        new_events.received_at,
        new_events.occurred_at as effective_from,
        new_events.expires_at,
        new_events.source_system,
        new_events.source_event_id,
        new_events.actor,
        new_events.is_minor,
        {{ firstparty.as_of() }} as ingested_at,
        coalesce(last_batches.batch_number, 0) + 1 as batch_number
    from new_events
    cross join last_batches
    left join region_rules as subdivision_rules
        on new_events.jurisdiction = subdivision_rules.region
    left join region_rules as country_rules
        on
            substring(new_events.jurisdiction, 1, 2) = country_rules.country
            and country_rules.region is null
)

select * from consent_ledger
