-- One row per destination, audience and member of what is published that may not stay in it: who
-- has withdrawn consent, objected or asked to be erased since, or whose consent ran out. Does not
-- wait for activation_gate: while that keeps the last good tables, whoever is here leaves all the
-- same. A sync removes these rows first; once the gate is open the feed of changes, which is built
-- after this table, removes them too.
{% set published = firstparty.relation_before('audience_changes') -%}
with

eligible_members as (
    select * from {{ ref('int_activation__eligible_members') }}
),

removals_explained as (
    select * from {{ ref('int_activation__removals_explained') }}
),

published_changes as (
    select
        activation_row_id,
        destination,
        audience,
        person_id,
        email_suppression_hash,
        phone_suppression_hash,
        {{ "operation <> 'remove'" if published else "false" }} as is_member,
        {{ "change_seq" if published else "0" }} as change_seq
    from {{ published or 'eligible_members' }}
),

latest_changes as (
    select
        activation_row_id,
        max(change_seq) as change_seq
    from published_changes
    group by activation_row_id
),

explained as (
    select
        published_changes.activation_row_id,
        published_changes.destination,
        published_changes.audience,
        published_changes.person_id,
        {{ firstparty.removal_reason() }} as withdrawal_reason
    from published_changes
    inner join latest_changes
        on
            published_changes.activation_row_id = latest_changes.activation_row_id
            and published_changes.change_seq = latest_changes.change_seq
    {{ firstparty.removal_joins('published_changes', 'removals_explained') }}
    where published_changes.is_member
),

audience_withdrawals as (
    select
        activation_row_id,
        destination,
        audience,
        person_id,
        withdrawal_reason,
        {{ firstparty.as_of() }} as noticed_at
    from explained
    where withdrawal_reason in ('erased', 'consent_withdrawn')
)

select * from audience_withdrawals
