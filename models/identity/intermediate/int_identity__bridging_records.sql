{{ config(materialized='maintained', key=['record_id']) }}

-- Grain: one row per logged-out record that could be either of two accounts on a device, or whose
-- devices lead to two (a family's tablet and somebody's telephone): it belongs to nobody certain,
-- and links to nobody through devices.
with holders as (select * from {{ ref('int_identity__value_holders') }}),

groups as (select * from {{ ref('int_identity__value_groups') }}),

rules as (select * from {{ ref('identifier_rules') }}),

{{ firstparty.grouped_holders('holders', 'groups', 'rules') }},

with_accounts as (
    select
        *,
        min(user_id) over (
            partition by identifier_type, identifier_value, group_number
        ) as smallest_user_id,
        max(user_id) over (
            partition by identifier_type, identifier_value, group_number
        ) as greatest_user_id
    from grouped
    where compared_by = 'account'
),

int_identity__bridging_records as (
    select record_id
    from with_accounts
    where user_id is null
    group by record_id
    having min(smallest_user_id) <> max(greatest_user_id) or max(case when is_torn then 1 end) = 1
)

select * from int_identity__bridging_records
