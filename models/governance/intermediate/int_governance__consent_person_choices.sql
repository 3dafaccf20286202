-- One row per person, purpose, channel, vendor and identifier of the person on which a choice
-- stands that may count for the person. A grant does not count where it was given for something
-- else: a grant of a channel counts for the address of that channel or for a login, and a minor's
-- grant counts only when a parent gave it. Refusals always count. `strength` says which kind wins:
-- a refusal (1), then a live grant (2), then an expired one (3).
{{ config(materialized='ephemeral') }}

with

choices as (
    select * from {{ ref('int_governance__consent_choices') }}
),

person_identifiers as (
    select * from {{ ref('person_identifiers') }}
),

person_regimes as (
    select * from {{ ref('int_governance__person_regimes') }}
),

purposes as (
    select * from {{ ref('purposes') }}
),

int_governance__consent_person_choices as (
    select
        person_identifiers.person_id,
        choices.purpose,
        choices.channel,
        choices.vendor,
        choices.identifier_type,
        choices.identifier_hash,
        purposes.address_type,
        choices.status,
        case
            when choices.status = 'denied' then 1
            when not choices.is_expired then 2
            else 3
        end as strength,
        choices.mechanism = 'gpc' and purposes.is_denied_by_gpc as is_signal,
        choices.is_minor,
        choices.legal_basis,
        choices.consent_event_id,
        choices.occurred_at,
        choices.received_at,
        choices.expires_at
    from choices
    inner join person_identifiers
        on
            choices.identifier_type = person_identifiers.identifier_type
            and choices.identifier_hash = person_identifiers.identifier_hash
    inner join person_regimes
        on person_identifiers.person_id = person_regimes.person_id
    inner join purposes
        on
            choices.purpose = purposes.purpose
            and choices.channel = purposes.channel
    where
        choices.status = 'denied'
        or (
            (
                purposes.address_type is null
                or choices.identifier_type in (purposes.address_type, 'user_id')
            )
            and (
                coalesce(choices.actor, 'subject') = 'parent'
                or not (
                    person_regimes.is_minor
                    or (choices.is_minor and person_regimes.has_unknown_age)
                )
            )
        )
)

select * from int_governance__consent_person_choices
