-- One row per strict person: every match key of every platform, normalised by that platform's rule
-- and hashed once. Rules are never shared between platforms: the same address or name gives
-- different digests for Google and Meta. A field that a platform's rule refuses is null. Google's
-- address is whole or absent: names, country and postal code. Meta's own id for the row is the
-- person's.
with

identifiers_chosen as (
    select * from {{ ref('int_activation__identifiers_chosen') }}
),

digests as (
    select
        strict_person_id,
        person_id,
        email_suppression_hash,
        phone_suppression_hash,
        is_californian,
        {{ firstparty.hash_once(firstparty.google_email('email')) }} as google_email_sha256,
        {{ firstparty.hash_once(firstparty.google_phone('phone')) }} as google_phone_sha256,
        {{ firstparty.hash_once(firstparty.google_name('given_name')) }}
            as google_given_name_sha256,
        {{ firstparty.hash_once(firstparty.google_name('family_name')) }}
            as google_family_name_sha256,
        {{ firstparty.google_country('country') }} as google_country,
        {{ firstparty.google_postal_code('postal_code') }} as google_postal_code,
        {{ firstparty.hash_once(firstparty.meta_email('email')) }} as meta_email_sha256,
        {{ firstparty.hash_once(firstparty.meta_phone('phone')) }} as meta_phone_sha256,
        {{ firstparty.hash_once(firstparty.meta_gender('gender')) }} as meta_gender_sha256,
        {{ firstparty.hash_once("lpad(cast(extract(year from birth_date) as string), 4, '0')") }}
            as meta_birth_year_sha256,
        {{ firstparty.hash_once("lpad(cast(extract(month from birth_date) as string), 2, '0')") }}
            as meta_birth_month_sha256,
        {{ firstparty.hash_once("lpad(cast(extract(day from birth_date) as string), 2, '0')") }}
            as meta_birth_day_sha256,
        {{ firstparty.hash_once(firstparty.meta_name('family_name')) }} as meta_family_name_sha256,
        {{ firstparty.hash_once(firstparty.meta_name('given_name')) }} as meta_given_name_sha256,
        {{ firstparty.hash_once(firstparty.meta_first_initial('given_name')) }}
            as meta_first_initial_sha256,
        {{ firstparty.hash_once(firstparty.meta_city('city')) }} as meta_city_sha256,
        {{ firstparty.hash_once(firstparty.meta_place_code('region_code')) }} as meta_state_sha256,
        {{ firstparty.hash_once(firstparty.meta_postal_code('postal_code')) }}
            as meta_postal_code_sha256,
        {{ firstparty.hash_once(firstparty.meta_place_code('country')) }} as meta_country_sha256,
        advertising_id as meta_advertising_id
    from identifiers_chosen
),

judged_digests as (
    select
        *,
        google_given_name_sha256 is not null
        and google_family_name_sha256 is not null
        and google_country is not null
        and google_postal_code is not null as has_address
    from digests
),

int_activation__persons_hashed as (
    select
        strict_person_id,
        person_id,
        email_suppression_hash,
        phone_suppression_hash,
        is_californian,
        has_address or google_email_sha256 is not null or google_phone_sha256 is not null
            as has_google_identifier,
        has_address
        or meta_email_sha256 is not null
        or meta_phone_sha256 is not null
        or meta_advertising_id is not null as has_meta_identifier,
        {%- set address_columns = [
            'google_given_name_sha256', 'google_family_name_sha256',
            'google_country', 'google_postal_code',
        ] %}
        {%- for column in address_columns %}
            case when has_address then {{ column }} end as {{ column }},
        {%- endfor %}
        {{- firstparty.list_columns(
            firstparty.identifier_columns()
            | reject('in', address_columns + ['meta_external_id'])
        ) }}
        person_id as meta_external_id
    from judged_digests
)

select * from int_activation__persons_hashed
