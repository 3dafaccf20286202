-- When the identifiers of a member change, the feed has one removal of the old and one addition of
-- the new, at the same moment and in this order. The addition may be under another person id,
-- after a merge, and then answers several removals. Returns the one without the other.
with

audience_changes as (
    select * from {{ ref('audience_changes') }}
),

removal_counts as (
    select
        destination,
        audience,
        changed_at,
        count(*) as removal_count,
        max(change_seq) as last_removal_seq
    from audience_changes
    where operation = 'remove' and reason = 'identifier_changed'
    group by destination, audience, changed_at
),

addition_counts as (
    select
        destination,
        audience,
        changed_at,
        count(*) as addition_count,
        min(change_seq) as first_addition_seq
    from audience_changes
    where operation = 'add' and reason = 'identifier_changed'
    group by destination, audience, changed_at
)

select
    coalesce(removal_counts.destination, addition_counts.destination) as destination,
    coalesce(removal_counts.audience, addition_counts.audience) as audience,
    coalesce(removal_counts.changed_at, addition_counts.changed_at) as changed_at
from removal_counts
full outer join addition_counts
    on
        removal_counts.destination = addition_counts.destination
        and removal_counts.audience = addition_counts.audience
        and removal_counts.changed_at = addition_counts.changed_at
where
    removal_counts.removal_count is null
    or addition_counts.addition_count is null
    or addition_counts.addition_count > removal_counts.removal_count
    or addition_counts.first_addition_seq < removal_counts.last_removal_seq
