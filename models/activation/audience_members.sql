-- One row per destination, audience and person that is a member now: the feed of changes folded,
-- with today's consent beside it. What is sent and since when comes from the feed; the consent
-- columns come from today's check, because a membership entered under an older consent event
-- stands on the newer one. The inner join is on purpose: whoever is not eligible today is in
-- nobody's members, whatever the feed says.
-- depends_on: {{ ref('activation_gate') }}
with

audience_changes as (
    select * from {{ ref('audience_changes') }}
),

eligible_members as (
    select * from {{ ref('int_activation__eligible_members') }}
),

latest_changes as (
    select
        activation_row_id,
        max(change_seq) as change_seq
    from audience_changes
    group by activation_row_id
),

audience_members as (
    select
        audience_changes.activation_row_id,
        audience_changes.destination,
        audience_changes.audience,
        audience_changes.person_id,
        {{- firstparty.list_columns(firstparty.payload_columns(), 'audience_changes') }}
        audience_changes.row_hash,
        audience_changes.entered_at,
        audience_changes.updated_at,
        audience_changes.expires_at,
        eligible_members.consent_basis,
        eligible_members.consent_evidence,
        eligible_members.consent_event_id,
        eligible_members.consent_checked_at
    from audience_changes
    inner join latest_changes on audience_changes.change_seq = latest_changes.change_seq
    inner join eligible_members
        on audience_changes.activation_row_id = eligible_members.activation_row_id
    where audience_changes.operation <> 'remove'
)

select * from audience_members
