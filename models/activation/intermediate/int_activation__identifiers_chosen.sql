-- One row per person: the values that may be shown to a platform, in one spelling. Text goes
-- through Unicode normal form C here, because the platforms' libraries do not do it and é in two
-- code points hashes differently from é in one. An e-mail or phone leaves only if identity says
-- that it may be used for advertising: an address that a family or a support desk shares would
-- upload somebody else. Of several advertising ids the last seen is taken.
with

customer_profiles as (
    select * from {{ ref('customer_profiles') }}
),

person_identifiers as (
    select * from {{ ref('person_identifiers') }}
),

advertisable_identifiers as (
    select
        person_id,
        identifier_type,
        identifier_value,
        identifier_hash,
        row_number() over (
            partition by person_id, identifier_type
            order by last_seen_at desc, identifier_value
        ) as recency
    from person_identifiers
    where may_advertise
),

int_activation__identifiers_chosen as (
    select
        customer_profiles.person_id,
        emails.identifier_value as email,
        emails.identifier_hash as email_suppression_hash,
        phones.identifier_value as phone,
        phones.identifier_hash as phone_suppression_hash,
        lower(advertising_ids.identifier_value) as advertising_id,
        {{ firstparty.nfc('customer_profiles.given_name') }} as given_name,
        {{ firstparty.nfc('customer_profiles.family_name') }} as family_name,
        customer_profiles.birth_date,
        customer_profiles.gender,
        {{ firstparty.nfc('customer_profiles.city') }} as city,
        {{ firstparty.replace_pattern('customer_profiles.region', '^[A-Z]{2}-', '') }}
            as region_code,
        {{ firstparty.nfc('customer_profiles.postal_code') }} as postal_code,
        case
            when {{ firstparty.matches_pattern('customer_profiles.country', '^[A-Z]{2}$') }}
                then customer_profiles.country
        end as country
    from customer_profiles
    left join advertisable_identifiers as emails
        on
            customer_profiles.person_id = emails.person_id
            and emails.identifier_type = 'email'
            and customer_profiles.email = emails.identifier_value
    left join advertisable_identifiers as phones
        on
            customer_profiles.person_id = phones.person_id
            and phones.identifier_type = 'phone'
            and customer_profiles.phone = phones.identifier_value
            and {{ firstparty.matches_pattern('customer_profiles.phone', '^[+][1-9][0-9]{6,14}$') }}
    left join advertisable_identifiers as advertising_ids
        on
            customer_profiles.person_id = advertising_ids.person_id
            and advertising_ids.identifier_type = 'advertising_id'
            and advertising_ids.recency = 1
)

select * from int_activation__identifiers_chosen
