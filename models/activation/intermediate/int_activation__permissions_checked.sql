-- One row per destination and strict person: whether every purpose that the destination needs is
-- allowed today, and on what.
with

purposes_judged as (
    select * from {{ ref('int_activation__purposes_judged') }}
),

granted_purposes as (
    select
        destination,
        strict_person_id,
        purpose,
        decision_order,
        consent_event_id,
        is_met,
        purpose || '=' || coalesce(legal_basis, 'none') as basis,
        purpose || '=' || coalesce(consent_event_id, 'region default') as evidence
    from purposes_judged
    where requirement = 'granted'
),

grants as (
    select
        destination,
        strict_person_id,
        {{ firstparty.sorted_text_list('basis') }} as consent_basis,
        {{ firstparty.sorted_text_list('evidence') }} as consent_evidence,
        max(case when decision_order = 1 then consent_event_id end) as consent_event_id,
        min(case when consent_event_id is null then 0 else 1 end) = 1 as has_own_consent,
        max(case when purpose = 'ad_data_sharing' and is_met then 1 else 0 end) = 1
            as is_sharing_granted,
        max(case when purpose = 'ads_first_party' and is_met then 1 else 0 end) = 1
            as is_targeting_granted
    from granted_purposes
    group by destination, strict_person_id
),

requirements as (
    select
        destination,
        strict_person_id,
        person_id,
        min(case when is_met then 1 else 0 end) = 1 as is_permitted
    from purposes_judged
    group by destination, strict_person_id, person_id
),

int_activation__permissions_checked as (
    select
        requirements.destination,
        requirements.strict_person_id,
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
            and requirements.strict_person_id = grants.strict_person_id
)

select * from int_activation__permissions_checked
