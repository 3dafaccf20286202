-- Grain: one row per pair of records, identifier type and value that links them, as a star: per value and group the
-- smallest record is the hub and every other one is linked to it. All pairs would be quadratic, and say no more.
with holders as (select * from {{ ref('int_identity__value_holders') }}),

groups as (select * from {{ ref('int_identity__value_groups') }}),

rules as (select * from {{ ref('identifier_rules') }}),

grouped as (
    select
        holders.identifier_type,
        holders.identifier_value,
        holders.record_id,
        holders.record_number,
        min(holders.record_number) over (
            partition by
                holders.identifier_type,
                holders.identifier_value,
                coalesce(groups.group_number, 0)
        ) as hub_number,
        min(holders.record_id) over (
            partition by
                holders.identifier_type,
                holders.identifier_value,
                coalesce(groups.group_number, 0)
        ) as hub_id
    from holders
    left join groups
        on holders.identifier_type = groups.identifier_type
            and holders.identifier_value = groups.identifier_value
            and holders.look_number = groups.look_number
    where groups.look_number is null or groups.group_number is not null
),

int_identity__exact_links as (
    select
        grouped.hub_id as left_record_id,
        grouped.record_id as right_record_id,
        grouped.hub_number as left_number,
        grouped.record_number as right_number,
        grouped.identifier_type,
        grouped.identifier_value,
        rules.priority,
        rules.weight,
        rules.may_advertise
    from grouped
    inner join rules on grouped.identifier_type = rules.identifier_type
    where grouped.record_number <> grouped.hub_number
)

select * from int_identity__exact_links
