-- One row per person of identity, those known by a cookie only included: the golden record, and
-- what follows from it and from the timeline. Each value stands with the source and the record it
-- came from; the values that lost, and why, are in profile_attribute_values. Money is in the
-- person's own main currency, never converted. The consent columns are for reading: activation asks
-- consent_state.
{% set standard_attributes = [
    'given_name', 'family_name', 'email', 'phone', 'birth_date', 'gender', 'street_address',
    'city', 'postal_code', 'country',
] -%}
with persons as (

    select * from {{ ref('persons') }}

),

golden_records as (

    select * from {{ ref('int_profile__golden_records') }}

),

person_jurisdictions as (

    select * from {{ ref('person_jurisdictions') }}

),

relationships as (

    select * from {{ ref('int_profile__relationships') }}

),

consents as (

    select * from {{ ref('int_profile__consent_summed') }}

),

joined as (

    select
        cast(persons.person_id as string) as person_id,
        relationships.is_anonymous,
        cast(golden_records.name_prefix as string) as name_prefix,
        cast(golden_records.given_name as string) as given_name,
        cast(golden_records.middle_name as string) as middle_name,
        cast(golden_records.family_name as string) as family_name,
        cast(golden_records.name_suffix as string) as name_suffix,
        cast(golden_records.full_name as string) as full_name,
        cast(golden_records.name_source as string) as name_source,
        cast(golden_records.name_record_id as string) as name_record_id,
        cast(golden_records.email as string) as email,
        cast(golden_records.email_source as string) as email_source,
        cast(golden_records.email_record_id as string) as email_record_id,
        cast(golden_records.phone as string) as phone,
        cast(golden_records.phone_source as string) as phone_source,
        cast(golden_records.phone_record_id as string) as phone_record_id,
        cast(golden_records.birth_date as date) as birth_date,
        cast(golden_records.birth_date_source as string) as birth_date_source,
        cast(golden_records.birth_date_record_id as string) as birth_date_record_id,
        cast(golden_records.gender as string) as gender,
        cast(golden_records.gender_source as string) as gender_source,
        cast(golden_records.gender_record_id as string) as gender_record_id,
        cast(golden_records.street_address as string) as street_address,
        cast(golden_records.city as string) as city,
        cast(golden_records.region as string) as region,
        cast(golden_records.postal_code as string) as postal_code,
        cast(golden_records.country as string) as country,
        cast(golden_records.address_source as string) as address_source,
        cast(golden_records.address_record_id as string) as address_record_id,
        cast(golden_records.company as string) as company,
        cast(golden_records.company_source as string) as company_source,
        cast(golden_records.company_record_id as string) as company_record_id,
        cast(person_jurisdictions.country as string) as jurisdiction_country,
        cast(person_jurisdictions.region as string) as jurisdiction_region,
        cast(person_jurisdictions.age_years as bigint) as age_years,
        cast(person_jurisdictions.is_minor as boolean) as is_minor,
        cast(persons.sources as string) as sources,
        cast(persons.record_count as bigint) as record_count,
        relationships.first_seen_at,
        relationships.last_seen_at,
        relationships.lifecycle_stage,
        relationships.order_count,
        relationships.first_order_at,
        relationships.last_order_at,
        relationships.days_since_last_order,
        relationships.spend_currency,
        relationships.total_spend_amount,
        relationships.average_order_amount,
        relationships.refunded_amount,
        relationships.subscription_amount,
        relationships.other_currency_spend,
        relationships.event_count,
        relationships.channels_used,
        relationships.preferred_channel,
        cast(consents.consented_purposes as string) as consented_purposes,
        cast(consents.email_marketing_status as string) as email_marketing_status,
        cast(consents.ads_third_party_status as string) as ads_third_party_status,
        cast(consents.ad_data_sharing_status as string) as ad_data_sharing_status
    from persons
    left join golden_records
        on persons.person_id = golden_records.person_id
    left join person_jurisdictions
        on persons.person_id = person_jurisdictions.person_id
    left join relationships
        on persons.person_id = relationships.person_id
    left join consents
        on persons.person_id = consents.person_id

),

customer_profiles as (

    select
        *,
        cast((
            {% for attribute in standard_attributes -%}
                case when {{ attribute }} is null then 0 else 1 end {{ '+' if not loop.last }}
            {% endfor -%}
        ) / {{ standard_attributes | length }}.0 as double) as completeness,
        cast(nullif(concat_ws(
            ', ',
            {% for attribute in standard_attributes -%}
                case when {{ attribute }} is null then '{{ attribute }}' end
                {{- ',' if not loop.last }}
            {% endfor -%}
        ), '') as string) as missing_attributes
    from joined

)

select * from customer_profiles
