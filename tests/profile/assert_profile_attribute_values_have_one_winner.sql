-- Per person and attribute exactly one value wins, unless identity refused them all: then none
-- does.
with attribute_values as (

    select * from {{ ref('profile_attribute_values') }}

),

assert_profile_attribute_values_have_one_winner as (

    select
        person_id,
        attribute,
        sum(case when is_winner then 1 else 0 end) as winner_count,
        sum(case when is_refused then 0 else 1 end) as eligible_count
    from attribute_values
    group by person_id, attribute
    having
        sum(case when is_winner then 1 else 0 end)
        <> max(case when is_refused then 0 else 1 end)

)

select * from assert_profile_attribute_values_have_one_winner
