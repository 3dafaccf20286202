-- Along one membership nothing is removed or updated that is not there. An addition may follow an
-- addition: after a merge the survivor is sent again, because the removal of the old row may have
-- taken shared identifiers with it.
with

audience_changes as (
    select * from {{ ref('audience_changes') }}
),

steps as (
    select
        change_seq,
        operation,
        coalesce(
            lag(operation) over (partition by activation_row_id order by change_seq), 'remove'
        ) as previous_operation
    from audience_changes
)

select
    change_seq,
    operation,
    previous_operation
from steps
where operation in ('remove', 'update') and previous_operation = 'remove'
