-- No member is a minor without a consent of their own, and none is a person that identity no
-- longer knows.
with

audience_members as (
    select * from {{ ref('audience_members') }}
),

customer_profiles as (
    select * from {{ ref('customer_profiles') }}
)

select
    audience_members.activation_row_id,
    customer_profiles.is_minor
from audience_members
left join customer_profiles on audience_members.person_id = customer_profiles.person_id
where
    customer_profiles.person_id is null
    or (customer_profiles.is_minor and audience_members.consent_evidence like '%=region default%')
