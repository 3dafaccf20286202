-- While a membership lasts, updated_at moves exactly when what is sent changes: tools that read by
-- cursor would otherwise send everything again, or miss a change. Looks at neighbouring uploads of
-- one membership with no way out between them.
with

audience_changes as (
    select * from {{ ref('audience_changes') }}
),

uploads as (
    select
        change_seq,
        reason,
        row_hash,
        updated_at,
        changed_at,
        lag(row_hash) over (
            partition by activation_row_id order by change_seq
        ) as previous_row_hash,
        lag(updated_at) over (
            partition by activation_row_id order by change_seq
        ) as previous_updated_at
    from audience_changes
    where operation in ('add', 'update')
)

select
    change_seq,
    reason,
    updated_at
from uploads
where
    (reason = 'entered' and updated_at <> changed_at)
    or (reason <> 'entered' and row_hash = previous_row_hash and updated_at <> previous_updated_at)
    or (row_hash <> previous_row_hash and updated_at <> changed_at)
