-- A rule that named a strategy twice would leave another out, and more to the order of the values.
with survivorship_rules as (

    select * from {{ ref('survivorship_rules') }}

),

assert_survivorship_rules_name_each_strategy_once as (

    select
        attribute,
        first_by,
        second_by,
        third_by,
        fourth_by
    from survivorship_rules
    where
        first_by in (second_by, third_by, fourth_by)
        or second_by in (third_by, fourth_by)
        or third_by = fourth_by

)

select * from assert_survivorship_rules_name_each_strategy_once
