-- No member has an identifier on the suppression list: not among the person's identifiers, and not
-- in what was uploaded.
with

audience_members as (
    select * from {{ ref('audience_members') }}
),

person_identifiers as (
    select * from {{ ref('person_identifiers') }}
),

suppressed_identifiers as (
    select * from {{ ref('suppressed_identifiers') }}
)

select
    audience_members.activation_row_id,
    suppressed_identifiers.identifier_type
from audience_members
inner join person_identifiers on audience_members.person_id = person_identifiers.person_id
inner join suppressed_identifiers
    on
        person_identifiers.identifier_type = suppressed_identifiers.identifier_type
        and person_identifiers.identifier_hash = suppressed_identifiers.identifier_hash
