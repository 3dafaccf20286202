-- One row per person, purpose, channel and address through which the person may be reached for
-- that purpose. A grant given for one address opens that address only; a grant given under a
-- login, or a region's default, opens the addresses on which no choice of their own stands. A
-- sender reads this table, not consent_state, to know where to write.
with

consent_state as (
    select * from {{ ref('consent_state') }}
),

person_identifiers as (
    select * from {{ ref('person_identifiers') }}
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
        consent_state.consent_event_id,
        consent_state.rule_number,
        purposes.address_type
    from consent_state
    inner join purposes
        on
            consent_state.purpose = purposes.purpose
            and consent_state.channel = purposes.channel
    where consent_state.status = 'granted' and purposes.address_type is not null
),

consent_addresses as (
    select
        open_channels.person_id,
        open_channels.purpose,
        open_channels.channel,
        person_identifiers.identifier_type,
        person_identifiers.identifier_hash,
        coalesce(
            person_choices.consent_event_id, open_channels.consent_event_id
        ) as consent_event_id
    from open_channels
    inner join person_identifiers
        on
            open_channels.person_id = person_identifiers.person_id
            and open_channels.address_type = person_identifiers.identifier_type
    left join person_choices
        on
            person_identifiers.person_id = person_choices.person_id
            and person_identifiers.identifier_type = person_choices.identifier_type
            and person_identifiers.identifier_hash = person_choices.identifier_hash
            and open_channels.purpose = person_choices.purpose
            and open_channels.channel = person_choices.channel
            and person_choices.vendor = ''
    where
        person_choices.strength = 2
        or (person_choices.strength is null and open_channels.rule_number != 2)
)

select * from consent_addresses
