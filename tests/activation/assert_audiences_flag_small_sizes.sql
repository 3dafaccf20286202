-- An audience with fewer members at a destination than the destination's minimum never passes as
-- within limits.
with

audiences as (
    select * from {{ ref('audiences') }}
),

audience_members as (
    select * from {{ ref('audience_members') }}
),

destinations as (
    select * from {{ ref('destinations') }}
),

sizes as (
    select
        audiences.audience,
        audiences.guard_status,
        destinations.destination,
        destinations.minimum_size,
        count(audience_members.activation_row_id) as member_count
    from audiences
    inner join destinations on audiences.destinations like '%' || destinations.destination || '%'
    left join audience_members
        on
            audiences.audience = audience_members.audience
            and destinations.destination = audience_members.destination
    group by
        audiences.audience,
        audiences.guard_status,
        destinations.destination,
        destinations.minimum_size
)

select
    audience,
    destination,
    member_count,
    guard_status
from sizes
where member_count < minimum_size and guard_status = 'within_limits'
