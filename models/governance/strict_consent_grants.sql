-- One row per strict person, purpose and channel: the latest grant that lives today on an
-- identifier which the strict person's own records show. Refusals reach the whole person and stand
-- in consent_state, which is asked first; a grant reaches no further than exact evidence that may
-- be used for advertising. So a grant by one record never speaks for the address of another that
-- only looks like it.
with

person_choices as (
    select * from {{ ref('int_governance__consent_person_choices') }}
),

strict_identifiers as (
    select * from {{ ref('strict_identifiers') }}
),

purposes as (
    select * from {{ ref('purposes') }}
),

ranked_grants as (
    select
        strict_identifiers.strict_person_id,
        person_choices.*,
        row_number() over (
            partition by
                strict_identifiers.strict_person_id,
                person_choices.purpose,
                person_choices.channel
            order by
                person_choices.occurred_at desc,
                person_choices.received_at desc,
                person_choices.consent_event_id desc,
                person_choices.identifier_type,
                person_choices.identifier_hash
        ) as recency
    from person_choices
    inner join strict_identifiers
        on
            person_choices.person_id = strict_identifiers.person_id
            and person_choices.identifier_type = strict_identifiers.identifier_type
            and person_choices.identifier_hash = strict_identifiers.identifier_hash
    where person_choices.strength = 2 and person_choices.vendor = ''
),

strict_consent_grants as (
    select
        ranked_grants.strict_person_id,
        ranked_grants.person_id,
        ranked_grants.purpose,
        ranked_grants.channel,
        ranked_grants.identifier_type,
        ranked_grants.identifier_hash,
        ranked_grants.consent_event_id,
        coalesce(nullif(ranked_grants.legal_basis, 'none'), purposes.legal_basis) as legal_basis,
        ranked_grants.expires_at
    from ranked_grants
    inner join purposes
        on
            ranked_grants.purpose = purposes.purpose
            and ranked_grants.channel = purposes.channel
    where ranked_grants.recency = 1
)

select * from strict_consent_grants
