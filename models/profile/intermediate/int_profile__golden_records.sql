-- One row per person with any known attribute: the winning values side by side, each with its
-- source. Names and address come whole from the one record that won them, so their parts belong
-- together. A person known by a cookie only has no row here; customer_profiles starts from persons
-- and keeps them.
{% set attributes = ['name', 'email', 'phone', 'birth_date', 'gender', 'address', 'company'] -%}
with attribute_values as (

    select * from {{ ref('profile_attribute_values') }}

),

person_details as (

    select * from {{ ref('person_details') }}

),

winners as (

    select
        person_id,
    {% for attribute in attributes -%}
        max(case when attribute = '{{ attribute }}' then value end) as {{ attribute }},
        max(case when attribute = '{{ attribute }}' then source end) as {{ attribute }}_source,
        max(case when attribute = '{{ attribute }}' then record_id end) as {{ attribute }}_record_id
        {{- ',' if not loop.last }}
    {% endfor %}
    from attribute_values
    where is_winner
    group by person_id

),

int_profile__golden_records as (

    select
        winners.person_id,
        name_records.name_prefix,
        name_records.given_name,
        name_records.middle_name,
        name_records.family_name,
        name_records.name_suffix,
        winners.name as full_name,
        winners.name_source,
        winners.name_record_id,
        winners.email,
        winners.email_source,
        winners.email_record_id,
        winners.phone,
        winners.phone_source,
        winners.phone_record_id,
        cast(winners.birth_date as date) as birth_date,
        winners.birth_date_source,
        winners.birth_date_record_id,
        winners.gender,
        winners.gender_source,
        winners.gender_record_id,
        address_records.street_address,
        address_records.city,
        address_records.region,
        address_records.postal_code,
        address_records.country,
        winners.address_source,
        winners.address_record_id,
        winners.company,
        winners.company_source,
        winners.company_record_id
    from winners
    left join person_details as name_records
        on winners.name_record_id = name_records.record_id
    left join person_details as address_records
        on winners.address_record_id = address_records.record_id

)

select * from int_profile__golden_records
