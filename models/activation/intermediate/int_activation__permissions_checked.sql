-- One row per destination and person: whether every purpose that the destination needs is allowed
-- today, and on what. `granted` purposes must stand as granted; for `not_refused` ones, which only
-- opt-out regimes know, a region's default does not count as a refusal, while an event, a browser
-- signal or being a minor does. A purpose without a state is not granted, and one refused for this
-- vendor by name is not met, whatever its general state.
with

persons as (
    select * from {{ ref('persons') }}
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

judged_purposes as (
    select
        persons.person_id,
        vendor_purposes.destination,
        vendor_purposes.purpose,
        vendor_purposes.requirement,
        vendor_purposes.decision_order,
        consent_state.consent_event_id,
        consent_state.legal_basis,
        case
            when consent_vendor_refusals.vendor is not null then false
            when vendor_purposes.requirement = 'granted'
                then
                    coalesce(consent_state.status = 'granted', false)
                    and coalesce(consent_state.expires_at > {{ firstparty.as_of() }}, true)
            else not coalesce(
                consent_state.status = 'denied'
                and (consent_state.consent_event_id is not null or consent_state.rule_number <> 4),
                false
            )
        end as is_met
    from persons
    cross join vendor_purposes
    left join consent_state
        on
            persons.person_id = consent_state.person_id
            and vendor_purposes.purpose = consent_state.purpose
            and vendor_purposes.channel = consent_state.channel
    left join consent_vendor_refusals
        on
            persons.person_id = consent_vendor_refusals.person_id
            and vendor_purposes.purpose = consent_vendor_refusals.purpose
            and vendor_purposes.channel = consent_vendor_refusals.channel
            and vendor_purposes.vendor = lower(consent_vendor_refusals.vendor)
),

granted_purposes as (
    select
        destination,
        person_id,
        purpose,
        decision_order,
        consent_event_id,
        is_met,
        purpose || '=' || coalesce(legal_basis, 'none') as basis,
        purpose || '=' || coalesce(consent_event_id, 'region default') as evidence
    from judged_purposes
    where requirement = 'granted'
),

grants as (
    select
        destination,
        person_id,
        {{ firstparty.sorted_text_list('basis') }} as consent_basis,
        {{ firstparty.sorted_text_list('evidence') }} as consent_evidence,
        max(case when decision_order = 1 then consent_event_id end) as consent_event_id,
        min(case when consent_event_id is null then 0 else 1 end) = 1 as has_own_consent,
        max(case when purpose = 'ad_data_sharing' and is_met then 1 else 0 end) = 1
            as is_sharing_granted,
        max(case when purpose = 'ads_first_party' and is_met then 1 else 0 end) = 1
            as is_targeting_granted
    from granted_purposes
    group by destination, person_id
),

requirements as (
    select
        destination,
        person_id,
        min(case when is_met then 1 else 0 end) = 1 as is_permitted
    from judged_purposes
    group by destination, person_id
),

int_activation__permissions_checked as (
    select
        requirements.destination,
        requirements.person_id,
        requirements.is_permitted,
        grants.has_own_consent,
        grants.is_sharing_granted,
        grants.is_targeting_granted,
        grants.consent_basis,
        grants.consent_evidence,
        grants.consent_event_id
    from requirements
    inner join grants
        on
            requirements.destination = grants.destination
            and requirements.person_id = grants.person_id
)

select * from int_activation__permissions_checked
