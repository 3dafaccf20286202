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

uploads_chosen as (
    select * from {{ ref('int_activation__uploads_chosen') }}
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
            when not coalesce(uploads_chosen.is_permitted, false) then 'no_consent'
            when persons_screened.is_minor and not uploads_chosen.has_own_consent
                then 'minor_without_opt_in'
            when uploads_chosen.has_identifier then 'eligible'
            else 'no_identifier'
        end as decision
    from audience_candidates
    inner join destinations on audience_candidates.destination = destinations.destination
    left join persons_screened on audience_candidates.person_id = persons_screened.person_id
    left join uploads_chosen
        on
            audience_candidates.destination = uploads_chosen.destination
            and audience_candidates.person_id = uploads_chosen.person_id
)

select * from int_activation__candidates_decided
