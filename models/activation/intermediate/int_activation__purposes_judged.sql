-- One row per destination, purpose that it asks about and strict person: whether what the
-- destination asks is met today, and on what. `granted` purposes must stand as granted for the
-- whole person, and where an act and no default granted them, by a grant on an identifier of the
-- strict person itself. For `not_refused` purposes, which only opt-out regimes know, a region's
-- default does not count as a refusal, while an event, a browser signal or being a minor does. A
-- purpose without a state is not granted, and one refused for this vendor by name is not met,
-- whatever its general state.
with

strict_profiles as (
    select * from {{ ref('strict_profiles') }}
),

destination_purposes as (
    select * from {{ ref('destination_purposes') }}
),

destinations as (
    select * from {{ ref('destinations') }}
),

consent_state as (
    select * from {{ ref('consent_state') }}
),

strict_consent_grants as (
    select * from {{ ref('strict_consent_grants') }}
),

strict_regimes as (
    select * from {{ ref('strict_regimes') }}
),

consent_vendor_refusals as (
    select * from {{ ref('consent_vendor_refusals') }}
),

vendor_purposes as (
    select
        destination_purposes.destination,
        destination_purposes.purpose,
        destination_purposes.channel,
        destination_purposes.requirement,
        destination_purposes.decision_order,
        destinations.vendor
    from destination_purposes
    inner join destinations on destination_purposes.destination = destinations.destination
),

standing_purposes as (
    select
        strict_profiles.strict_person_id,
        strict_profiles.person_id,
        vendor_purposes.destination,
        vendor_purposes.purpose,
        vendor_purposes.channel,
        vendor_purposes.vendor,
        vendor_purposes.requirement,
        vendor_purposes.decision_order,
        consent_state.status,
        consent_state.rule_number,
        consent_state.consent_event_id as person_event_id,
        coalesce(consent_state.status = 'granted', false)
        and consent_state.consent_event_id is not null as is_granted_by_act,
        strict_consent_grants.consent_event_id as strict_event_id,
        strict_consent_grants.legal_basis as strict_legal_basis,
        consent_state.legal_basis as person_legal_basis,
        consent_state.consent_event_id is null
        and consent_state.legal_basis = 'us_opt_out'
        and strict_regimes.default_mode <> 'opt_out' as is_default_elsewhere,
        coalesce(strict_consent_grants.expires_at, consent_state.expires_at) as expires_at
    from strict_profiles
    inner join strict_regimes
        on strict_profiles.strict_person_id = strict_regimes.strict_person_id
    cross join vendor_purposes
    left join consent_state
        on
            strict_profiles.person_id = consent_state.person_id
            and vendor_purposes.purpose = consent_state.purpose
            and vendor_purposes.channel = consent_state.channel
    left join strict_consent_grants
        on
            strict_profiles.strict_person_id = strict_consent_grants.strict_person_id
            and vendor_purposes.purpose = strict_consent_grants.purpose
            and vendor_purposes.channel = strict_consent_grants.channel
),

int_activation__purposes_judged as (
    select
        standing_purposes.strict_person_id,
        standing_purposes.person_id,
        standing_purposes.destination,
        standing_purposes.purpose,
        standing_purposes.requirement,
        standing_purposes.decision_order,
        case
            when standing_purposes.is_granted_by_act then standing_purposes.strict_event_id
            else standing_purposes.person_event_id
        end as consent_event_id,
        case
            when standing_purposes.is_granted_by_act then standing_purposes.strict_legal_basis
            else standing_purposes.person_legal_basis
        end as legal_basis,
        case
            when consent_vendor_refusals.vendor is not null then false
            when standing_purposes.requirement = 'granted'
                then
                    coalesce(standing_purposes.status = 'granted', false)
                    and (
                        standing_purposes.strict_event_id is not null
                        or not standing_purposes.is_granted_by_act
                    )
                    and not coalesce(standing_purposes.is_default_elsewhere, false)
                    and coalesce(standing_purposes.expires_at > {{ firstparty.as_of() }}, true)
            else not coalesce(
                standing_purposes.status = 'denied'
                and (
                    standing_purposes.person_event_id is not null
                    or standing_purposes.rule_number <> 4
                ),
                false
            )
        end as is_met
    from standing_purposes
    left join consent_vendor_refusals
        on
            standing_purposes.person_id = consent_vendor_refusals.person_id
            and standing_purposes.purpose = consent_vendor_refusals.purpose
            and standing_purposes.channel = consent_vendor_refusals.channel
            and standing_purposes.vendor = lower(consent_vendor_refusals.vendor)
)

select * from int_activation__purposes_judged
