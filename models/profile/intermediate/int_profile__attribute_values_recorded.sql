-- One row per record and attribute of the golden record that the record knows. Parts that belong
-- together (names, address) are one value, so that a golden record never mixes the given name of
-- one record with the family name of another. completeness counts the parts that are known. The
-- attributes come from seed survivorship_rules: a new one needs a rule there and its three cases
-- here.
with person_details as (

    select * from {{ ref('person_details') }}

),

survivorship_rules as (

    select * from {{ ref('survivorship_rules') }}

),

composed as (

    select
        person_id,
        record_id,
        source,
        last_seen_at,
        email,
        phone,
        gender,
        company,
        cast(birth_date as string) as birth_date,
        coalesce(
            nullif(concat_ws(' ', given_name, middle_name, family_name, name_suffix), ''),
            full_name
        ) as name,
        nullif(
            concat_ws(', ', street_address, postal_code, city, region, country), ''
        ) as address,
        case when country is not null then concat_ws(', ', country, region) end as residence,
        {% for part in [
            'name_prefix', 'given_name', 'middle_name', 'family_name', 'name_suffix'
        ] -%}
            case when {{ part }} is null then 0 else 1 end {{ '+' if not loop.last }}
        {% endfor -%}
            as name_completeness,
        {% for part in ['street_address', 'postal_code', 'city', 'region', 'country'] -%}
            case when {{ part }} is null then 0 else 1 end {{ '+' if not loop.last }}
        {% endfor -%}
            as address_completeness,
        case when region is null then 1 else 2 end as residence_completeness
    from person_details

),

unfolded as (

    select
        composed.person_id,
        composed.record_id,
        composed.source,
        composed.last_seen_at,
        survivorship_rules.attribute,
        case survivorship_rules.attribute
            when 'name' then composed.name
            when 'email' then composed.email
            when 'phone' then composed.phone
            when 'birth_date' then composed.birth_date
            when 'gender' then composed.gender
            when 'address' then composed.address
            when 'residence' then composed.residence
            when 'company' then composed.company
        end as value,
        case survivorship_rules.attribute
            when 'name' then composed.name_completeness
            when 'address' then composed.address_completeness
            when 'residence' then composed.residence_completeness
            else 1
        end as completeness
    from composed
    cross join survivorship_rules

),

int_profile__attribute_values_recorded as (

    select
        person_id,
        record_id,
        source,
        last_seen_at,
        attribute,
        value,
        cast(completeness as bigint) as completeness
    from unfolded
    where value is not null

)

select * from int_profile__attribute_values_recorded
