-- Each value of the golden record is what the record named beside it says, that record belongs to
-- the same person, and the parts of a name or an address come from one record together.
with profiles as (

    select * from {{ ref('customer_profiles') }}

),

person_details as (

    select * from {{ ref('person_details') }}

),

{% set parts_by_attribute = {
    'name': ['name_prefix', 'given_name', 'middle_name', 'family_name', 'name_suffix'],
    'email': ['email'],
    'phone': ['phone'],
    'birth_date': ['birth_date'],
    'gender': ['gender'],
    'address': ['street_address', 'city', 'region', 'postal_code', 'country'],
    'company': ['company'],
} -%}
assert_customer_profiles_values_are_from_their_record as (

    {% for attribute, parts in parts_by_attribute.items() -%}
        select
            profiles.person_id,
            '{{ attribute }}' as attribute,
            profiles.{{ attribute }}_record_id as record_id
        from profiles
        left join person_details
            on profiles.{{ attribute }}_record_id = person_details.record_id
        where
            (
                profiles.{{ attribute }}_record_id is not null
                and (
                    person_details.person_id is null
                    or person_details.person_id <> profiles.person_id
                    or person_details.source <> profiles.{{ attribute }}_source
                )
            )
            {% for part in parts -%}
                or coalesce(cast(profiles.{{ part }} as string), '')
                <> coalesce(cast(person_details.{{ part }} as string), '')
            {% endfor -%}
        {{ 'union all' if not loop.last }}
    {% endfor %}
)

select * from assert_customer_profiles_values_are_from_their_record
