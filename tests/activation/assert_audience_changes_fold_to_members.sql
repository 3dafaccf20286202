-- Replaying the feed gives exactly the members: the additions and updates that no later removal
-- undoes, with the digest of what is sent. Written as a replay that does not share its SQL with
-- the model; returns keys that one side lacks.
with

audience_changes as (
    select * from {{ ref('audience_changes') }}
),

audience_members as (
    select * from {{ ref('audience_members') }}
),

replayed as (
    select
        changes.activation_row_id,
        changes.row_hash
    from audience_changes as changes
    left join audience_changes as later
        on
            changes.activation_row_id = later.activation_row_id
            and changes.change_seq < later.change_seq
    where changes.operation in ('add', 'update') and later.change_seq is null
)

select
    coalesce(replayed.activation_row_id, audience_members.activation_row_id) as activation_row_id,
    replayed.row_hash as replayed_row_hash,
    audience_members.row_hash as member_row_hash
from replayed
full outer join audience_members on replayed.activation_row_id = audience_members.activation_row_id
where
    replayed.row_hash is null
    or audience_members.row_hash is null
    or replayed.row_hash <> audience_members.row_hash
