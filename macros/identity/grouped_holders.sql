{#-
    The CTE `grouped`: one row per holder of an identifier value, with the group that its look belongs to (0 where no holders are kept
    apart, and where it is torn between two: is_torn) and what the rule of the type says. Takes the names of CTEs with rows of
    int_identity__value_holders, int_identity__value_groups and the seed identifier_rules.
-#}
{% macro grouped_holders(holders, groups, rules) -%}
grouped as (
    select
        holders.identifier_type,
        holders.identifier_value,
        holders.record_id,
        holders.record_number,
        holders.user_id,
        rules.compared_by,
        rules.priority,
        rules.weight,
        rules.may_advertise,
        coalesce(groups.group_number, 0) as group_number,
        groups.look_number is not null and groups.group_number is null as is_torn
    from {{ holders }} as holders
    inner join {{ rules }} as rules on holders.identifier_type = rules.identifier_type
    left join {{ groups }} as groups
        on
            holders.identifier_type = groups.identifier_type
            and holders.identifier_value = groups.identifier_value
            and holders.look_number = groups.look_number
    where holders.look_number is not null
)
{%- endmacro %}
