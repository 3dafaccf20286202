-- One row per person: where they live and how old they are, which is what consent rules ask. Apart
-- from customer_profiles because consent state reads this and the profile reads consent state.
-- The country is the one that won rule "residence". Where its record names no region, the latest
-- record of the same country that does tells it: a newsletter form that asks for the country only
-- does not move anybody out of California. Unknown stays null, and governance takes it as the
-- strictest. For minors one record that says so is enough: an older birth date beside it may be a
-- parent's, and protecting an adult too much does no harm.
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

regions_by_recency as (

    select
        person_id,
        country,
        region,
        row_number() over (
            partition by person_id, country
            order by last_seen_at desc nulls last, record_id
        ) as recency
    from person_details
    where
        country is not null
        and region is not null

),

located as (

    select
        persons.person_id,
        winners.birth_date,
        youngest_birth_dates.youngest_birth_date,
        residence_records.country,
        coalesce(residence_records.region, regions_by_recency.region) as region
    from persons
    left join winners
        on persons.person_id = winners.person_id
    left join youngest_birth_dates
        on persons.person_id = youngest_birth_dates.person_id
    left join person_details as residence_records
        on winners.residence_record_id = residence_records.record_id
    left join regions_by_recency
        on
            persons.person_id = regions_by_recency.person_id
            and residence_records.country = regions_by_recency.country
            and regions_by_recency.recency = 1

),

person_jurisdictions as (

    select
        cast(person_id as string) as person_id,
        cast(country as string) as country,
        cast(region as string) as region,
        cast(birth_date as date) as birth_date,
        cast(youngest_birth_date as date) as youngest_birth_date,
        cast({{ firstparty.whole_years_between('birth_date', firstparty.as_of()) }} as bigint)
            as age_years,
        cast(
            {{ firstparty.whole_years_between('youngest_birth_date', firstparty.as_of()) }}
            < {{ var('adult_age_years') }} as boolean
        ) as is_minor
    from located

)

select * from person_jurisdictions
