-- One row per strict person: the golden record of what its own records say. Values are ranked as
-- for the whole person, in profile_attribute_values; the best that a record of the strict person
-- shows is taken, and of e-mail addresses and phones the best that may be used for advertising.
-- Names and address come whole from one record. What activation shows to a platform comes from
-- here: the golden record of the person may hold a value that only likeness brought in.
{% set attributes = [
    'name', 'email', 'phone', 'birth_date', 'gender', 'address', 'residence'
] -%}
with person_details as (

    select * from {{ ref('person_details') }}

),

recorded_values as (

    select * from {{ ref('int_profile__attribute_values_recorded') }}

),

attribute_values as (

    select * from {{ ref('profile_attribute_values') }}

),

strict_identifiers as (

    select * from {{ ref('strict_identifiers') }}

),

strict_persons as (

    select distinct
        strict_person_id,
        person_id
    from person_details

),

ranked as (

    select
        person_details.strict_person_id,
        recorded_values.attribute,
        recorded_values.value,
        recorded_values.record_id,
        row_number() over (
            partition by person_details.strict_person_id, recorded_values.attribute
            order by
                attribute_values.value_rank,
                case when recorded_values.record_id = attribute_values.record_id then 1 else 2 end,
                recorded_values.completeness desc,
                recorded_values.record_id
        ) as value_rank
    from recorded_values
    inner join person_details on recorded_values.record_id = person_details.record_id
    inner join attribute_values
        on
            recorded_values.person_id = attribute_values.person_id
            and recorded_values.attribute = attribute_values.attribute
            and recorded_values.value = attribute_values.value
    left join strict_identifiers
        on
            person_details.strict_person_id = strict_identifiers.strict_person_id
            and recorded_values.attribute = strict_identifiers.identifier_type
            and recorded_values.value = strict_identifiers.identifier_value
    where
        not attribute_values.is_refused
        and (
            recorded_values.attribute not in ('email', 'phone')
            or coalesce(strict_identifiers.may_advertise, false)
        )

),

best as (

    select
        strict_person_id,
    {% for attribute in attributes -%}
        max(case when attribute = '{{ attribute }}' then value end) as {{ attribute }},
        max(case when attribute = '{{ attribute }}' then record_id end) as {{ attribute }}_record_id
        {{- ',' if not loop.last }}
    {% endfor %}
    from ranked
    where value_rank = 1
    group by strict_person_id

),

strict_profiles as (

    select
        strict_persons.strict_person_id,
        strict_persons.person_id,
        name_records.given_name,
        name_records.family_name,
        best.email,
        best.phone,
        cast(best.birth_date as date) as birth_date,
        best.gender,
        address_records.city,
        address_records.region,
        address_records.postal_code,
        address_records.country,
        residence_records.country as residence_country,
        residence_records.region as residence_region
    from strict_persons
    left join best on strict_persons.strict_person_id = best.strict_person_id
    left join person_details as name_records
        on best.name_record_id = name_records.record_id
    left join person_details as address_records
        on best.address_record_id = address_records.record_id
    left join person_details as residence_records
        on best.residence_record_id = residence_records.record_id

)

select * from strict_profiles
