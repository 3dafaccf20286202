-- One row per strict person: the values that may be shown to a platform, in one spelling, all of
-- them from records that exact evidence holds together. Text goes through Unicode normal form C
-- here, because the platforms' libraries do not do it and é in two code points hashes differently
-- from é in one. An e-mail or phone leaves only if identity says that it may be used for
-- advertising: an address that a family or a support desk shares would upload somebody else. Of
-- several advertising ids the last seen is taken. Somebody lives in California where the law that
-- holds for the person says so, or the address that is sent.
with

strict_profiles as (
    select * from {{ ref('strict_profiles') }}
),

customer_profiles as (
    select * from {{ ref('customer_profiles') }}
),

strict_identifiers as (
    select * from {{ ref('strict_identifiers') }}
),

advertisable_identifiers as (
    select
        strict_person_id,
        identifier_type,
        identifier_value,
        identifier_hash,
        row_number() over (
            partition by strict_person_id, identifier_type
            order by last_seen_at desc, identifier_value
        ) as recency
    from strict_identifiers
    where may_advertise
),

int_activation__identifiers_chosen as (
    select
        strict_profiles.strict_person_id,
        strict_profiles.person_id,
        emails.identifier_value as email,
        emails.identifier_hash as email_suppression_hash,
        phones.identifier_value as phone,
        phones.identifier_hash as phone_suppression_hash,
        lower(advertising_ids.identifier_value) as advertising_id,
        {{ firstparty.nfc('strict_profiles.given_name') }} as given_name,
        {{ firstparty.nfc('strict_profiles.family_name') }} as family_name,
        strict_profiles.birth_date,
        strict_profiles.gender,
        {{ firstparty.nfc('strict_profiles.city') }} as city,
        {{ firstparty.replace_pattern('strict_profiles.region', '^[A-Z]{2}-', '') }}
            as region_code,
        {{ firstparty.nfc('strict_profiles.postal_code') }} as postal_code,
        case
            when {{ firstparty.matches_pattern('strict_profiles.country', '^[A-Z]{2}$') }}
                then strict_profiles.country
        end as country,
        coalesce(
            strict_profiles.country = 'US'
            and strict_profiles.region in ('US-CA', 'CA'),
            false
        )
        or coalesce(
            customer_profiles.jurisdiction_country = 'US'
            and customer_profiles.jurisdiction_region in ('US-CA', 'CA'),
            false
        ) as is_californian
    from strict_profiles
    left join customer_profiles on strict_profiles.person_id = customer_profiles.person_id
    left join advertisable_identifiers as emails
        on
            strict_profiles.strict_person_id = emails.strict_person_id
            and emails.identifier_type = 'email'
            and strict_profiles.email = emails.identifier_value
    left join advertisable_identifiers as phones
        on
            strict_profiles.strict_person_id = phones.strict_person_id
            and phones.identifier_type = 'phone'
            and strict_profiles.phone = phones.identifier_value
            and {{ firstparty.matches_pattern('strict_profiles.phone', '^[+][1-9][0-9]{6,14}$') }}
    left join advertisable_identifiers as advertising_ids
        on
            strict_profiles.strict_person_id = advertising_ids.strict_person_id
            and advertising_ids.identifier_type = 'advertising_id'
            and advertising_ids.recency = 1
)

select * from int_activation__identifiers_chosen
