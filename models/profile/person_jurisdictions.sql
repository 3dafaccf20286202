-- One row per person: where they live and how old they are, which is what consent rules ask. Apart
-- from customer_profiles because consent state reads this and the profile reads consent state.
-- Country and region come from one record (rule "residence"); unknown stays null, which the rules
-- of governance take as the strictest. For minors one record that says so is enough: a second,
-- older birth date may be a parent's, and protecting an adult too much does no harm. The day they
-- come of age counts.
with persons as (

    select * from {{ ref('persons') }}

),

person_details as (

    select * from {{ ref('person_details') }}

),

attribute_values as (

    select * from {{ ref('profile_attribute_values') }}

),

winners as (

    select
        person_id,
        max(case when attribute = 'residence' then record_id end) as residence_record_id,
        cast(max(case when attribute = 'birth_date' then value end) as date) as birth_date
    from attribute_values
    where is_winner
    group by person_id

),

youngest_birth_dates as (

    select
        person_id,
        max(birth_date) as youngest_birth_date
    from person_details
    group by person_id

),

person_jurisdictions as (

    select
        cast(persons.person_id as string) as person_id,
        cast(residence_records.country as string) as country,
        cast(residence_records.region as string) as region,
        cast(winners.birth_date as date) as birth_date,
        cast(youngest_birth_dates.youngest_birth_date as date) as youngest_birth_date,
        cast(
            {{ firstparty.whole_years_between('winners.birth_date', firstparty.as_of()) }} as bigint
        )
            as age_years,
        cast(
            {{ firstparty.whole_years_between(
                'youngest_birth_dates.youngest_birth_date', firstparty.as_of()
            ) }} < {{ var('adult_age_years', 18) }} as boolean
        ) as is_minor
    from persons
    left join winners
        on persons.person_id = winners.person_id
    left join person_details as residence_records
        on winners.residence_record_id = residence_records.record_id
    left join youngest_birth_dates
        on persons.person_id = youngest_birth_dates.person_id

)

select * from person_jurisdictions
