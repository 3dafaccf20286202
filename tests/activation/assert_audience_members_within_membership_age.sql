-- No membership is older than the platform keeps one, and the day it ends is the platform's.
with

audience_members as (
    select * from {{ ref('audience_members') }}
),

destinations as (
    select * from {{ ref('destinations') }}
)

select
    audience_members.activation_row_id,
    audience_members.entered_at,
    audience_members.expires_at
from audience_members
inner join destinations on audience_members.destination = destinations.destination
where
    audience_members.expires_at <= {{ firstparty.as_of() }}
    or {{ firstparty.days_between('audience_members.entered_at', firstparty.as_of()) }}
    >= destinations.maximum_membership_days
    or (audience_members.expires_at is null) <> (destinations.maximum_membership_days is null)
