-- One row per destination and person: the strict person whose identifiers would be sent, with what
-- is permitted to it. One upload row never mixes what exact evidence does not hold together. Of
-- several strict persons the first is taken by: permitted; on acts of its own; with something that
-- the platform can match; with an e-mail, with a phone; with more records. What they leave equal is
-- settled by the id.
with

permissions_checked as (
    select * from {{ ref('int_activation__permissions_checked') }}
),

destinations as (
    select * from {{ ref('destinations') }}
),

persons_hashed as (
    select * from {{ ref('int_activation__persons_hashed') }}
),

person_records as (
    select * from {{ ref('person_records') }}
),

record_counts as (
    select
        strict_person_id,
        count(*) as record_count
    from person_records
    group by strict_person_id
),

identified as (
    select
        permissions_checked.*,
        case destinations.platform
            when 'google_ads' then persons_hashed.has_google_identifier
            when 'meta' then persons_hashed.has_meta_identifier
        end as has_identifier,
        persons_hashed.email_suppression_hash is not null as has_email,
        persons_hashed.phone_suppression_hash is not null as has_phone
    from permissions_checked
    inner join destinations on permissions_checked.destination = destinations.destination
    inner join persons_hashed
        on permissions_checked.strict_person_id = persons_hashed.strict_person_id
),

ranked as (
    select
        identified.*,
        row_number() over (
            partition by identified.destination, identified.person_id
            order by
                identified.is_permitted desc,
                identified.has_own_consent desc,
                identified.has_identifier desc,
                identified.has_email desc,
                identified.has_phone desc,
                record_counts.record_count desc,
                identified.strict_person_id
        ) as place
    from identified
    inner join record_counts on identified.strict_person_id = record_counts.strict_person_id
),

int_activation__uploads_chosen as (
    select
        destination,
        person_id,
        strict_person_id,
        has_identifier,
        is_permitted,
        has_own_consent,
        is_sharing_granted,
        is_targeting_granted,
        consent_basis,
        consent_evidence,
        consent_event_id
    from ranked
    where place = 1
)

select * from int_activation__uploads_chosen
