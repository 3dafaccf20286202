-- Every member has, today, every purpose granted that the destination needs granted, and refused
-- none of the others by an event of their own. Joins the consent state itself, not the model that
-- decided.
with

audience_members as (
    select * from {{ ref('audience_members') }}
),

destination_purposes as (
    select * from {{ ref('destination_purposes') }}
),

consent_state as (
    select * from {{ ref('consent_state') }}
)

select
    audience_members.activation_row_id,
    destination_purposes.purpose,
    consent_state.status
from audience_members
inner join destination_purposes on audience_members.destination = destination_purposes.destination
left join consent_state
    on
        audience_members.person_id = consent_state.person_id
        and destination_purposes.purpose = consent_state.purpose
        and destination_purposes.channel = consent_state.channel
where
    (
        destination_purposes.requirement = 'granted'
        and (
            consent_state.status is null
            or consent_state.status <> 'granted'
            or consent_state.expires_at <= {{ firstparty.as_of() }}
        )
    )
    or (consent_state.status = 'denied' and consent_state.consent_event_id is not null)
