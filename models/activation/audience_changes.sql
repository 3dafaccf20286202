-- One row per change of a membership, append-only: what a destination must add, update or remove.
-- The table is its own memory: folding the rows of an activation_row_id by change_seq gives the
-- membership as it stands; each build appends how that differs from who is eligible. Removals are
-- numbered first, so that an identifier that moves to another row stays uploaded. Never rebuilt:
-- its removals carry identifiers that are nowhere else any more.
-- depends_on: {{ ref('activation_gate') }}, {{ ref('audience_withdrawals') }}
{{ config(incremental_strategy=firstparty.log_strategy()) }}
with

eligible_members as (
    select * from {{ ref('int_activation__eligible_members') }}
),

removals_explained as (
    select * from {{ ref('int_activation__removals_explained') }}
),

earlier_changes as (
    {% if is_incremental() -%}
        select * from {{ this }}
    {%- else -%}
        select
            *,
            cast(0 as bigint) as change_seq,
            'none' as operation,
            consent_checked_at as entered_at,
            consent_checked_at as updated_at,
            consent_checked_at as expires_at
        from eligible_members
        where 1 = 0
    {%- endif %}
),

current_members as (
    select
        earlier_changes.activation_row_id,
        {{- firstparty.list_columns(firstparty.carried_columns(), 'earlier_changes') }}
        earlier_changes.entered_at,
        earlier_changes.updated_at,
        coalesce(earlier_changes.expires_at <= {{ firstparty.as_of() }}, false) as is_expired,
        {{ firstparty.activation_row_id(
            'earlier_changes.destination', 'earlier_changes.audience',
            'coalesce(explained_persons.surviving_person_id, earlier_changes.person_id)'
        ) }} as surviving_row_id,
        coalesce({{ firstparty.removal_reason() }}, 'exited') as removal_reason
    from earlier_changes
    {{ firstparty.removal_joins('earlier_changes', 'removals_explained') }}
    where
        earlier_changes.operation <> 'remove'
        and earlier_changes.change_seq in (
            select max(latest.change_seq) from earlier_changes as latest
            group by latest.activation_row_id
        )
),

pairs as (
    select
        current_members.activation_row_id as old_row_id,
        eligible_members.activation_row_id as new_row_id,
        current_members.removal_reason,
        {{ firstparty.membership_difference('current_members', 'eligible_members') }} as difference,
        case
            when current_members.is_expired then {{ firstparty.as_of() }}
            else coalesce(current_members.entered_at, {{ firstparty.as_of() }})
        end as entered_at,
        case
            when current_members.is_expired then {{ firstparty.as_of() }}
            when current_members.row_hash = eligible_members.row_hash
                then current_members.updated_at
            else {{ firstparty.as_of() }}
        end as updated_at
    from current_members
    full outer join eligible_members
        on current_members.surviving_row_id = eligible_members.activation_row_id
),

changes as (
    select
        old_row_id as activation_row_id,
        'remove' as operation,
        case difference when 'left' then removal_reason else difference end as reason,
        entered_at,
        updated_at
    from pairs
    where difference in ('left', 'identifier_changed', 'expired')
    union all
    select
        new_row_id as activation_row_id,
        case min(difference) when 'payload_changed' then 'update' else 'add' end as operation,
        case min(difference) when 'expired' then 'entered' else min(difference) end as reason,
        min(entered_at) as entered_at,
        min(updated_at) as updated_at
    from pairs
    group by new_row_id
    having min(difference) <> 'left'
),

numbered_changes as (
    select
        *,
        (select coalesce(max(earlier_changes.change_seq), 0) from earlier_changes)
        + row_number() over (
            order by case operation when 'remove' then 1 else 2 end, activation_row_id
        ) as change_seq
    from changes
),

audience_changes as (
    select
        {{ firstparty.hash_columns([
            'numbered.activation_row_id', 'cast(numbered.change_seq as string)'
        ]) }} as change_id,
        numbered.change_seq,
        {{ firstparty.as_of() }} as changed_at,
        numbered.operation,
        numbered.reason,
        numbered.activation_row_id,
        {%- for column in firstparty.carried_columns() %}
            case numbered.operation
                when 'remove' then current_members.{{ column }} else eligible_members.{{ column }}
            end as {{ column }},
        {%- endfor %}
        numbered.entered_at,
        numbered.updated_at,
        {{ firstparty.plus_days('numbered.entered_at', 'coalesce(
            eligible_members.maximum_membership_days, current_members.maximum_membership_days
        )') }} as expires_at,
        case when numbered.operation = 'remove' then {{ firstparty.plus_days(
            firstparty.as_of(), 'current_members.removal_retention_days'
        ) }} end as purge_after
    from numbered_changes as numbered
    left join current_members on numbered.activation_row_id = current_members.activation_row_id
    left join eligible_members on numbered.activation_row_id = eligible_members.activation_row_id
)

select * from audience_changes
