-- Grain: one row per record: its integer for the graph, and the keys that comparisons use, worked out once.
-- record_number follows the order of record_id, so the smallest number in a component is its smallest record_id.
-- A nickname becomes its canonical name, so that Bob and Robert compare as one name. A birth date that a
-- form or a file fills in by default (1 January, 1900) says nothing about a person by itself and is kept apart.
with records as (select * from {{ ref('int_identity__records') }}),

nicknames as (select * from {{ ref('nicknames') }}),

canonical_names as (
    select
        nickname,
        min(canonical_name) as canonical_name
    from nicknames
    group by nickname
    having count(distinct canonical_name) = 1
),

keyed as (
    select
        record_id,
        row_number() over (order by record_id) as record_number,
        {{ firstparty.name_key("split_part(trim(given_name), ' ', 1)") }} as first_name_key,
        family_name_key,
        birth_date,
        case
            when extract(month from birth_date) = 1 and extract(day from birth_date) = 1 then null
            when extract(year from birth_date) < 1901 and extract(month from birth_date) = 1 then null
            else birth_date
        end as telling_birth_date,
        nullif({{ firstparty.replace_pattern("lower(street_address)", '[^\\p{L}\\p{N}]+', '') }}, '') as address_key,
        nullif({{ firstparty.replace_pattern("lower(postal_code)", '[^\\p{L}\\p{N}]+', '') }}, '') as postal_code_key,
        nullif(split_part(email, '@', 1), '') as email_local_part,
        email,
        phone,
        attributes,
        user_id,
        loyalty_number,
        national_id,
        first_seen_at,
        last_seen_at
    from records
),

int_identity__record_keys as (
    select
        keyed.record_id,
        keyed.record_number,
        keyed.first_name_key as given_key,
        coalesce(canonical_names.canonical_name, keyed.first_name_key) as given_canonical,
        keyed.family_name_key as family_key,
        keyed.birth_date,
        keyed.telling_birth_date,
        keyed.address_key,
        keyed.postal_code_key,
        keyed.email_local_part,
        keyed.email,
        keyed.phone,
        keyed.attributes,
        keyed.user_id,
        keyed.loyalty_number,
        keyed.national_id,
        keyed.first_seen_at,
        keyed.last_seen_at
    from keyed
    left join canonical_names on keyed.first_name_key = canonical_names.nickname
)

select * from int_identity__record_keys
