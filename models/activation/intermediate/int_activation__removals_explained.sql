-- One row per destination and key under which an uploaded membership is found, with the reason for
-- which it would have to go. The key is a person id, in the audience or not, or the keyed hash of
-- an erased identifier: somebody erased is no person any more, and only the hash still tells. The
-- order of reasons is erasure, objection, missing consent. A retired id is explained by the person
-- who carries its records now; an id without a row is gone from every source. Nothing but keys and
-- reasons leaves this model, so that the feed of changes needs no other look at persons.
with

uploads_chosen as (
    select * from {{ ref('int_activation__uploads_chosen') }}
),

persons_screened as (
    select * from {{ ref('int_activation__persons_screened') }}
),

person_redirects as (
    select * from {{ ref('person_redirects') }}
),

suppressed_identifiers as (
    select * from {{ ref('suppressed_identifiers') }}
),

destinations as (
    select * from {{ ref('destinations') }}
),

person_ids as (
    select
        person_id as removal_key,
        person_id as surviving_person_id
    from persons_screened
    union all
    select
        retired_person_id as removal_key,
        current_person_id as surviving_person_id
    from person_redirects
),

int_activation__removals_explained as (
    select
        uploads_chosen.destination,
        person_ids.removal_key,
        person_ids.surviving_person_id,
        case
            when persons_screened.is_erased then 'erased'
            when persons_screened.is_objected then 'consent_withdrawn'
            when not uploads_chosen.is_permitted then 'consent_withdrawn'
            when persons_screened.is_minor and not uploads_chosen.has_own_consent
                then 'consent_withdrawn'
            else 'exited'
        end as removal_reason
    from person_ids
    inner join persons_screened on person_ids.surviving_person_id = persons_screened.person_id
    inner join uploads_chosen
        on person_ids.surviving_person_id = uploads_chosen.person_id
    union all
    select
        destinations.destination,
        suppressed_identifiers.identifier_hash as removal_key,
        cast(null as string) as surviving_person_id,
        'erased' as removal_reason
    from suppressed_identifiers
    cross join destinations
    where suppressed_identifiers.is_erased
)

select * from int_activation__removals_explained
