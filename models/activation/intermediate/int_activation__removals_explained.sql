-- One row per destination and person id: why a membership under that id has to go, in the audience or not.
-- Erasure counts before an objection and both before a missing consent: the strictest duty names the reason. A retired id
-- is explained by the person who carries its records now. An id without a row here is gone from every source.
with

permissions_checked as (
    select * from {{ ref('int_activation__permissions_checked') }}
),

persons_screened as (
    select * from {{ ref('int_activation__persons_screened') }}
),

person_redirects as (
    select * from {{ ref('person_redirects') }}
),

person_ids as (
    select
        person_id,
        person_id as surviving_person_id
    from persons_screened
    union all
    select
        retired_person_id as person_id,
        current_person_id as surviving_person_id
    from person_redirects
),

int_activation__removals_explained as (
    select
        permissions_checked.destination,
        person_ids.person_id,
        person_ids.surviving_person_id,
        case
            when persons_screened.is_erased then 'erased'
            when persons_screened.is_objected then 'consent_withdrawn'
            when not permissions_checked.is_permitted then 'consent_withdrawn'
            when persons_screened.is_minor and not permissions_checked.has_own_consent then 'consent_withdrawn'
            else 'exited'
        end as removal_reason
    from person_ids
    inner join persons_screened on person_ids.surviving_person_id = persons_screened.person_id
    inner join permissions_checked on person_ids.surviving_person_id = permissions_checked.person_id
)

select * from int_activation__removals_explained
