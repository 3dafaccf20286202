-- Whoever's e-mail or phone was uploaded is the one who granted: each granting act behind a row was
-- done on an identifier that the same strict person holds as holds the uploaded values. Starts from
-- the ledger and from the uploaded keys, not from the models that decided.
with

eligible_members as (
    select * from {{ ref('int_activation__eligible_members') }}
),

destination_purposes as (
    select * from {{ ref('destination_purposes') }}
),

consent_ledger as (
    select * from {{ ref('consent_ledger') }}
),

strict_identifiers as (
    select * from {{ ref('strict_identifiers') }}
),

needed as (
    select
        activation_row_id,
        strict_person_id,
        'email' as identifier_type,
        email_suppression_hash as identifier_hash
    from eligible_members
    union all
    select
        activation_row_id,
        strict_person_id,
        'phone' as identifier_type,
        phone_suppression_hash as identifier_hash
    from eligible_members
    union all
    select
        eligible_members.activation_row_id,
        eligible_members.strict_person_id,
        consent_ledger.identifier_type,
        consent_ledger.identifier_value_hash as identifier_hash
    from eligible_members
    inner join destination_purposes
        on eligible_members.destination = destination_purposes.destination
    inner join consent_ledger
        on
            destination_purposes.purpose = consent_ledger.purpose
            and contains(
                eligible_members.consent_evidence,
                consent_ledger.purpose || '=' || consent_ledger.consent_event_id
            )
    where destination_purposes.requirement = 'granted'
)

select
    needed.activation_row_id,
    needed.identifier_type
from needed
left join strict_identifiers
    on
        needed.strict_person_id = strict_identifiers.strict_person_id
        and needed.identifier_type = strict_identifiers.identifier_type
        and needed.identifier_hash = strict_identifiers.identifier_hash
where
    needed.identifier_hash is not null
    and strict_identifiers.identifier_hash is null
