-- The feed is numbered from one without a gap, and time never runs backwards along the numbers.
with

audience_changes as (
    select * from {{ ref('audience_changes') }}
),

neighbours as (
    select
        change_seq,
        changed_at,
        lag(change_seq) over (order by change_seq) as previous_seq,
        lag(changed_at) over (order by change_seq) as previous_changed_at
    from audience_changes
)

select
    change_seq,
    changed_at
from neighbours
where
    change_seq <> coalesce(previous_seq, 0) + 1
    or changed_at < previous_changed_at
