-- One row per person, purpose, channel and address through which the person may be reached for
-- that purpose. A grant given for one address opens that address only; a grant given under a login
-- opens the addresses of the same strict person on which no choice of their own stands. What a
-- region allows until it is refused opens those of strict persons whose own records place them
-- there; what needs no consent, such as the course of an order, opens all. A sender reads this
-- table, not consent_state, to know where to write.
with

consent_state as (
    select * from {{ ref('consent_state') }}
),

strict_identifiers as (
    select * from {{ ref('strict_identifiers') }}
),

strict_consent_grants as (
    select * from {{ ref('strict_consent_grants') }}
),

strict_regimes as (
    select * from {{ ref('strict_regimes') }}
),

person_choices as (
    select * from {{ ref('int_governance__consent_person_choices') }}
),

purposes as (
    select * from {{ ref('purposes') }}
),

open_channels as (
    select
        consent_state.person_id,
        consent_state.purpose,
        consent_state.channel,
        consent_state.rule_number = 4 as is_granted_by_default,
        consent_state.rule_number = 4
        and consent_state.legal_basis = 'us_opt_out' as is_default_of_region,
        consent_state.rule_number = 2 as is_granted_by_address,
        purposes.address_type
    from consent_state
    inner join purposes
        on
            consent_state.purpose = purposes.purpose
            and consent_state.channel = purposes.channel
    where consent_state.status = 'granted' and purposes.address_type is not null
),

opened_addresses as (
    select
        open_channels.person_id,
        open_channels.purpose,
        open_channels.channel,
        strict_identifiers.identifier_type,
        strict_identifiers.identifier_hash,
        case
            when person_choices.strength = 2 then person_choices.consent_event_id
            else strict_consent_grants.consent_event_id
        end as consent_event_id
    from open_channels
    inner join strict_identifiers
        on
            open_channels.person_id = strict_identifiers.person_id
            and open_channels.address_type = strict_identifiers.identifier_type
    inner join strict_regimes
        on strict_identifiers.strict_person_id = strict_regimes.strict_person_id
    left join person_choices
        on
            strict_identifiers.person_id = person_choices.person_id
            and strict_identifiers.identifier_type = person_choices.identifier_type
            and strict_identifiers.identifier_hash = person_choices.identifier_hash
            and open_channels.purpose = person_choices.purpose
            and open_channels.channel = person_choices.channel
            and person_choices.vendor = ''
    left join strict_consent_grants
        on
            strict_identifiers.strict_person_id = strict_consent_grants.strict_person_id
            and open_channels.purpose = strict_consent_grants.purpose
            and open_channels.channel = strict_consent_grants.channel
            and open_channels.address_type <> strict_consent_grants.identifier_type
    where
        person_choices.strength = 2
        or (
            person_choices.strength is null
            and (
                (
                    open_channels.is_granted_by_default
                    and not (
                        open_channels.is_default_of_region
                        and strict_regimes.default_mode <> 'opt_out'
                    )
                )
                or (
                    not open_channels.is_granted_by_address
                    and strict_consent_grants.consent_event_id is not null
                )
            )
        )
),

consent_addresses as (
    select
        person_id,
        purpose,
        channel,
        identifier_type,
        identifier_hash,
        max(consent_event_id) as consent_event_id
    from opened_addresses
    group by person_id, purpose, channel, identifier_type, identifier_hash
)

select * from consent_addresses
