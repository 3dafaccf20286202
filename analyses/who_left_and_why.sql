-- Who left an audience, or was changed in it, and why: one row per day, destination, audience and
-- reason. Narrow it to one person by adding `where person_id = '…'` to the first CTE.
with

audience_changes as (
    select * from {{ ref('audience_changes') }}
),

who_left_and_why as (
    select
        changed_at,
        destination,
        audience,
        operation,
        reason,
        count(*) as membership_count,
        count(distinct person_id) as person_count,
        min(purge_after) as first_purge_after
    from audience_changes
    where operation <> 'add' or reason = 'identifier_changed'
    group by changed_at, destination, audience, operation, reason
)

select * from who_left_and_why
order by changed_at desc, destination, audience, operation, reason
