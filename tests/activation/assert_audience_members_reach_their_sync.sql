-- Every member is exactly one upload row of its destination's sync model, and no upload row is
-- without a member.
with

audience_members as (
    select * from {{ ref('audience_members') }}
),

google_rows as (
    select * from {{ ref('sync_google_ads__customer_match') }}
),

meta_rows as (
    select * from {{ ref('sync_meta__custom_audience') }}
),

upload_rows as (
    select
        activation_row_id,
        'google_ads_customer_match' as destination
    from google_rows
    union all
    select
        activation_row_id,
        'meta_custom_audience' as destination
    from meta_rows
)

select
    coalesce(audience_members.activation_row_id, upload_rows.activation_row_id)
        as activation_row_id,
    audience_members.destination as member_destination,
    upload_rows.destination as upload_destination
from audience_members
full outer join upload_rows
    on
        audience_members.activation_row_id = upload_rows.activation_row_id
        and audience_members.destination = upload_rows.destination
where audience_members.activation_row_id is null or upload_rows.activation_row_id is null
