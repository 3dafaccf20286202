{{ config(materialized='maintained', key=['identifier_type', 'identifier_value']) }}
{% call firstparty.affected() -%}
    select identifier_type, identifier_value
    from {{ firstparty.changes_of('int_identity__value_contradictions') }}
{%- endcall %}

-- Grain: one row per identifier value and look among its holders, for values whose holders look
-- different, with the group that the look belongs to. Looks that can be one person form a group; a
-- look that could belong to either of two that contradict one another (a nameless record on a
-- family's phone) is torn: it belongs to nobody certain, and its group is null. Without the torn
-- looks, "can be one person" is an equivalence, so the smallest look names the group.
with contradictions as (
    select * from {{ ref('int_identity__value_contradictions') }}
    {{ firstparty.where_affected('identifier_type, identifier_value') }}
),

agreeing as (
    select
        identifier_type,
        identifier_value,
        left_look,
        right_look,
        is_owner_different
    from contradictions
    where not is_contradicting
),

contradicting as (
    select
        identifier_type,
        identifier_value,
        left_look,
        right_look
    from contradictions
    where is_contradicting
),

torn as (
    select distinct
        agreeing.identifier_type,
        agreeing.identifier_value,
        agreeing.left_look as look_number
    from agreeing
    inner join agreeing as others
        on
            agreeing.identifier_type = others.identifier_type
            and agreeing.identifier_value = others.identifier_value
            and agreeing.left_look = others.left_look
    inner join contradicting
        on
            agreeing.identifier_type = contradicting.identifier_type
            and agreeing.identifier_value = contradicting.identifier_value
            and agreeing.right_look = contradicting.left_look
            and others.right_look = contradicting.right_look
),

whole_pairs as (
    select
        agreeing.identifier_type,
        agreeing.identifier_value,
        agreeing.left_look,
        agreeing.right_look
    from agreeing
    left join torn
        on
            agreeing.identifier_type = torn.identifier_type
            and agreeing.identifier_value = torn.identifier_value
            and agreeing.right_look = torn.look_number
    where torn.look_number is null and not agreeing.is_owner_different
),

smallest_agreeing as (
    select
        identifier_type,
        identifier_value,
        left_look as look_number,
        min(right_look) as smallest_look
    from whole_pairs
    group by identifier_type, identifier_value, left_look
),

looks as (
    select distinct
        identifier_type,
        identifier_value,
        left_look as look_number
    from contradictions
),

int_identity__value_groups as (
    select
        looks.identifier_type,
        looks.identifier_value,
        looks.look_number,
        case
            when torn.look_number is null
                then least(
                    looks.look_number,
                    coalesce(smallest_agreeing.smallest_look, looks.look_number)
                )
        end as group_number
    from looks
    left join torn
        on
            looks.identifier_type = torn.identifier_type
            and looks.identifier_value = torn.identifier_value
            and looks.look_number = torn.look_number
    left join smallest_agreeing
        on
            looks.identifier_type = smallest_agreeing.identifier_type
            and looks.identifier_value = smallest_agreeing.identifier_value
            and looks.look_number = smallest_agreeing.look_number
)

select * from int_identity__value_groups
