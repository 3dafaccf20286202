-- One row per identifier, purpose, channel and vendor on which somebody has made a choice: the
-- choice that stands. The latest act wins by the time it happened, however late it arrived; at
-- equal times a refusal beats a grant, then the time of receipt and the event id decide. A refusal
-- made under a login is lifted by a later grant under the same login on another identifier; by no
-- other, so that linking two identifiers can never turn a refusal into a grant. Ephemeral, so that
-- the question "what did we decide on that day?" is the same SQL with another `as_of`.
{{ config(materialized='ephemeral') }}

with

consent_ledger as (
    select * from {{ ref('consent_ledger') }}
),

purposes as (
    select * from {{ ref('purposes') }}
),

known_events as (
    select
        consent_ledger.consent_event_id,
        consent_ledger.identifier_type,
        consent_ledger.identifier_value_hash,
        consent_ledger.login_id_hash,
        consent_ledger.purpose,
        purposes.channel,
        coalesce(consent_ledger.vendor_or_destination, '') as vendor,
        consent_ledger.status,
        consent_ledger.legal_basis,
        consent_ledger.mechanism,
        consent_ledger.actor,
        consent_ledger.is_minor,
        consent_ledger.occurred_at,
        consent_ledger.received_at,
        consent_ledger.expires_at
    from consent_ledger
    inner join purposes
        on
            consent_ledger.purpose = purposes.purpose
            and (consent_ledger.channel is null or consent_ledger.channel = purposes.channel)
    where
        consent_ledger.status is not null
        and purposes.needs_consent
        and consent_ledger.ingested_at <= {{ firstparty.consent_known_at() }}
        and (
            consent_ledger.occurred_at <= {{ firstparty.as_of() }}
            or (
                consent_ledger.status = 'denied'
                and consent_ledger.occurred_at < {{ firstparty.plus_days(firstparty.as_of(), 1) }}
            )
        )
),

login_grants as (
    select
        login_id_hash,
        purpose,
        channel,
        vendor,
        max(occurred_at) as granted_at
    from known_events
    where status = 'granted' and login_id_hash is not null
    group by login_id_hash, purpose, channel, vendor
),

ranked_events as (
    select
        *,
        row_number() over (
            partition by identifier_type, identifier_value_hash, purpose, channel, vendor
            order by
                occurred_at desc,
                case when status = 'denied' then 1 else 2 end,
                received_at desc,
                consent_event_id desc
        ) as recency
    from known_events
),

int_governance__consent_choices as (
    select
        ranked_events.identifier_type,
        ranked_events.identifier_value_hash as identifier_hash,
        ranked_events.purpose,
        ranked_events.channel,
        ranked_events.vendor,
        ranked_events.status,
        ranked_events.status = 'granted'
        and coalesce(ranked_events.expires_at <= {{ firstparty.as_of() }}, false) as is_expired,
        ranked_events.mechanism,
        ranked_events.actor,
        coalesce(ranked_events.is_minor, false) as is_minor,
        ranked_events.legal_basis,
        ranked_events.consent_event_id,
        ranked_events.occurred_at,
        ranked_events.received_at,
        ranked_events.expires_at
    from ranked_events
    left join login_grants
        on
            ranked_events.login_id_hash = login_grants.login_id_hash
            and ranked_events.purpose = login_grants.purpose
            and ranked_events.channel = login_grants.channel
            and ranked_events.vendor = login_grants.vendor
            and ranked_events.status = 'denied'
    where
        ranked_events.recency = 1
        and not coalesce(login_grants.granted_at > ranked_events.occurred_at, false)
)

select * from int_governance__consent_choices
