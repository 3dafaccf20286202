-- Every removal, and nothing else, says when it must itself be forgotten, and that is after it was
-- made.
with

audience_changes as (
    select * from {{ ref('audience_changes') }}
)

select
    change_seq,
    operation,
    purge_after
from audience_changes
where
    (operation = 'remove') <> (purge_after is not null)
    or purge_after <= changed_at
