{{ config(materialized='maintained', key=['identifier_type', 'identifier_value']) }}
{% call firstparty.affected() -%}
    select identifier_type, identifier_value
    from {{ firstparty.changes_of('int_identity__value_holders') }}
    union all
    select identifier_type, identifier_value
    from {{ firstparty.changes_of('int_identity__value_groups') }}
    union all
    select holders.identifier_type, holders.identifier_value
    from {{ ref('int_identity__value_holders') }} as holders
    inner join {{ firstparty.changes_of('int_identity__bridging_records') }} as changed
        on holders.record_id = changed.record_id
    {% for side in ['left', 'right'] -%}
        union all
        select holders.identifier_type, holders.identifier_value
        from {{ ref('int_identity__value_holders') }} as holders
        inner join {{ firstparty.changes_of('int_identity__override_links') }} as changed
            on holders.record_number = changed.{{ side }}_number
    {% endfor %}
{%- endcall %}

-- Grain: one row per pair of records, identifier type and value that links them, as a star: per
-- value and group the smallest record is the hub and every other one is linked to it. All pairs
-- would be quadratic, and say no more. Records that bridge two accounts link to nobody through
-- devices. Of two holders that a never_link keeps apart one gives way; those that do have a star of
-- their own, so that nobody else loses a link by it.
with holders as (
    select * from {{ ref('int_identity__value_holders') }}
    {{ firstparty.where_affected('identifier_type, identifier_value') }}
),

groups as (
    select * from {{ ref('int_identity__value_groups') }}
    {{ firstparty.where_affected('identifier_type, identifier_value') }}
),

bridges as (select * from {{ ref('int_identity__bridging_records') }}),

rules as (select * from {{ ref('identifier_rules') }}),

override_links as (select * from {{ ref('int_identity__override_links') }}),

{{ firstparty.grouped_holders('holders', 'groups', 'rules') }},

linking as (
    select grouped.*
    from grouped
    left join bridges on grouped.record_id = bridges.record_id
    where
        not grouped.is_torn
        and (bridges.record_id is null or grouped.compared_by <> 'account')
),

yielding as (
    select distinct
        linking.identifier_type,
        linking.identifier_value,
        linking.record_number
    from override_links
    inner join linking on override_links.yielding_number = linking.record_number
    inner join linking as staying
        on
            override_links.left_number + override_links.right_number
            - override_links.yielding_number = staying.record_number
            and linking.identifier_type = staying.identifier_type
            and linking.identifier_value = staying.identifier_value
            and linking.group_number = staying.group_number
),

starred as (
    select
        linking.*,
        yielding.record_number is not null as is_yielding
    from linking
    left join yielding
        on
            linking.identifier_type = yielding.identifier_type
            and linking.identifier_value = yielding.identifier_value
            and linking.record_number = yielding.record_number
),

hubs as (
    select
        *,
        first_value(record_number) over (
            partition by identifier_type, identifier_value, group_number, is_yielding
            order by record_id
        ) as hub_number
    from starred
),

int_identity__exact_links as (
    select
        least(hub_number, record_number) as left_number,
        greatest(hub_number, record_number) as right_number,
        identifier_type,
        identifier_value,
        priority,
        weight,
        may_advertise
    from hubs
    where record_number <> hub_number
)

select * from int_identity__exact_links
