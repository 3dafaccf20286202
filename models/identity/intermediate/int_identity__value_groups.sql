{{ config(
    materialized='maintained', key=['identifier_type', 'identifier_value'],
    counted_in='int_identity__value_holders'
) }}
{% call firstparty.affected() -%}
    select identifier_type, identifier_value
    from {{ firstparty.changes_of('int_identity__value_holders') }}
    union all
    select identifier_type, identifier_value
    from {{ firstparty.changes_of('int_identity__value_contradictions') }}
{%- endcall %}

-- Grain: one row per identifier value and look among its holders, for values with looks that are
-- kept apart, with the group that the look belongs to; where none are, all holders are one group.
-- Looks that can be one person form a group; a look that could belong to either of two that
-- contradict one another (a nameless record on a family's phone) is torn: it belongs to nobody
-- certain, and its group is null. Without the torn looks, "can be one person" is an equivalence, so
-- the smallest look names the group.
with contradictions as (
    select * from {{ ref('int_identity__value_contradictions') }}
    {{ firstparty.where_affected('identifier_type, identifier_value') }}
),

holders as (
    select * from {{ ref('int_identity__value_holders') }}
    {{ firstparty.where_affected('identifier_type, identifier_value') }}
),

kept_apart as (
    select * from contradictions
    union all
    select
        identifier_type,
        identifier_value,
        right_look as left_look,
        left_look as right_look,
        is_contradicting,
        is_owner_different
    from contradictions
),

looks as (
    select distinct
        holders.identifier_type,
        holders.identifier_value,
        holders.look_number
    from holders
    inner join contradictions
        on
            holders.identifier_type = contradictions.identifier_type
            and holders.identifier_value = contradictions.identifier_value
    where holders.look_number is not null
),

agreeing as (
    select
        looks.identifier_type,
        looks.identifier_value,
        looks.look_number as left_look,
        others.look_number as right_look,
        coalesce(kept_apart.is_owner_different, false) as is_owner_different
    from looks
    inner join looks as others
        on
            looks.identifier_type = others.identifier_type
            and looks.identifier_value = others.identifier_value
            and looks.look_number <> others.look_number
    left join kept_apart
        on
            looks.identifier_type = kept_apart.identifier_type
            and looks.identifier_value = kept_apart.identifier_value
            and looks.look_number = kept_apart.left_look
            and others.look_number = kept_apart.right_look
    where not coalesce(kept_apart.is_contradicting, false)
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
    inner join kept_apart
        on
            agreeing.identifier_type = kept_apart.identifier_type
            and agreeing.identifier_value = kept_apart.identifier_value
            and agreeing.right_look = kept_apart.left_look
            and others.right_look = kept_apart.right_look
            and kept_apart.is_contradicting
),

smallest_agreeing as (
    select
        agreeing.identifier_type,
        agreeing.identifier_value,
        agreeing.left_look as look_number,
        min(agreeing.right_look) as smallest_look
    from agreeing
    left join torn
        on
            agreeing.identifier_type = torn.identifier_type
            and agreeing.identifier_value = torn.identifier_value
            and agreeing.right_look = torn.look_number
    where torn.look_number is null and not agreeing.is_owner_different
    group by agreeing.identifier_type, agreeing.identifier_value, agreeing.left_look
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
