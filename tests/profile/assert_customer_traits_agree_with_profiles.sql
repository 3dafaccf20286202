-- A trait that repeats a column of the profile says the same: one truth, two shapes.
with traits as (

    select * from {{ ref('customer_traits') }}

),

profiles as (

    select * from {{ ref('customer_profiles') }}

),

assert_customer_traits_agree_with_profiles as (

    select
        profiles.person_id,
        profiles.order_count,
        traits.value_number
    from profiles
    full outer join traits
        on
            profiles.person_id = traits.person_id
            and traits.trait_name = 'order_count'
    where
        (profiles.order_count > 0 and traits.value_number is null)
        or cast(profiles.order_count as double) <> traits.value_number
        or (traits.trait_name = 'order_count' and profiles.person_id is null)

)

select * from assert_customer_traits_agree_with_profiles
