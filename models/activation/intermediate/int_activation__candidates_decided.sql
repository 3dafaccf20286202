-- One row per destination, audience and person: the decision on each candidate, with the first
-- reason against. The order is that of strength: who is forgotten, who objected, who did not
-- consent, who may not consent alone, and last who cannot be matched. Everything else in the layer
-- asks this table and decides nothing itself.
with

audience_candidates as (
    select * from {{ ref('int_activation__audience_candidates') }}
),

destinations as (
    select * from {{ ref('destinations') }}
),

persons_screened as (
    select * from {{ ref('int_activation__persons_screened') }}
),

permissions_checked as (
    select * from {{ ref('int_activation__permissions_checked') }}
),

persons_hashed as (
    select * from {{ ref('int_activation__persons_hashed') }}
),

int_activation__candidates_decided as (
    select
        audience_candidates.destination,
        audience_candidates.audience,
        audience_candidates.person_id,
        destinations.platform,
        destinations.maximum_membership_days,
        destinations.removal_retention_days,
        case
            when coalesce(persons_screened.is_erased, true) then 'erased'
            when persons_screened.is_objected then 'objected'
            when not coalesce(permissions_checked.is_permitted, false) then 'no_consent'
            when persons_screened.is_minor and not permissions_checked.has_own_consent
                then 'minor_without_opt_in'
            when destinations.platform = 'google_ads' and persons_hashed.has_google_identifier
                then 'eligible'
            when destinations.platform = 'meta' and persons_hashed.has_meta_identifier
                then 'eligible'
            else 'no_identifier'
        end as decision
    from audience_candidates
    inner join destinations on audience_candidates.destination = destinations.destination
    left join persons_screened on audience_candidates.person_id = persons_screened.person_id
    left join permissions_checked
        on
            audience_candidates.destination = permissions_checked.destination
            and audience_candidates.person_id = permissions_checked.person_id
    left join persons_hashed on audience_candidates.person_id = persons_hashed.person_id
)

select * from int_activation__candidates_decided
