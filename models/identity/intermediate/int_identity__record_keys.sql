{{ config(
    materialized='maintained',
    key=['record_id'],
    told=['record_id', 'record_number'],
    is_compared=false,
) }}
{% call firstparty.affected() -%}
    select record_id from {{ firstparty.changes_of('int_identity__records') }}
    union all
    select record_id from {{ firstparty.changes_of('int_identity__record_numbers') }}
{%- endcall %}

-- Grain: one row per record: its integer for the graph, and the keys that comparisons use, worked
-- out once. Numbers are dense, and given bucket by bucket of a hash: no machine has to sort all
-- records, and neighbours in the source (a list sorted by name) are far apart in the graph. A
-- nickname becomes its canonical name, so that Bob and Robert compare as one name. birth_key is
-- the birth date as text: one that staging could not take for a living customer's (1855-03-02)
-- still compares. Default dates are null in it; is_placeholder: the source's own key is no key
-- (customer "null"), so the record is a heap of strangers and may not link. telling_birth_key
-- leaves out 1 January too, which often means that only the year is known.
with records as (
    {{ firstparty.affected_rows(ref('int_identity__records'), ['record_id']) }}
),

numbers as (
    {{ firstparty.affected_rows(ref('int_identity__record_numbers'), ['record_id']) }}
),

nicknames as (select * from {{ ref('nicknames') }}),

blocked_identifiers as (select * from {{ ref('blocked_identifiers') }}),

placeholders as (
    select distinct coalesce(blocked_value, 'null') as blocked_value
    from blocked_identifiers
    where match_kind = 'exact' and identifier_type in ('any', 'loyalty_number', 'user_id')
),

keyed as (
    select
        record_id,
        source_record_id,
        {{ firstparty.name_key("split_part(trim(given_name), ' ', 1)") }} as first_name_key,
        family_name_key,
        {{ firstparty.unicode_lower('full_name') }} as full_name_text,
        {{ firstparty.extract_pattern("lower(name_suffix)", '^(?:jr|sr|ii|iii|iv|v)') }}
            as generation_key,
        coalesce(cast(birth_date as string), {{ firstparty.extract_pattern(
            'trim(birth_date_raw)', '^\\d{4}-\\d{2}-\\d{2}$'
        ) }}) as birth_text,
        {{ firstparty.letters_and_digits('street_address') }} as address_key,
        {{ firstparty.letters_and_digits('postal_code') }} as postal_code_key,
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

dated as (
    select
        *,
        case
            when birth_text in ('0001-01-01', '1900-01-01', '1970-01-01', '9999-12-31') then null
            else birth_text
        end as birth_key
    from keyed
),

int_identity__record_keys as (
    select
        dated.record_id,
        numbers.record_number,
        placeholders.blocked_value is not null as is_placeholder,
        dated.first_name_key as given_key,
        coalesce(nicknames.canonical_name, dated.first_name_key) as given_canonical,
        dated.family_name_key as family_key,
        dated.generation_key,
        dated.full_name_text,
        dated.birth_key,
        case when dated.birth_key not like '%-01-01' then dated.birth_key end as telling_birth_key,
        dated.address_key,
        dated.postal_code_key,
        dated.email_local_part,
        dated.email,
        dated.phone,
        dated.attributes,
        dated.user_id,
        dated.loyalty_number,
        dated.national_id,
        dated.first_seen_at,
        dated.last_seen_at
    from dated
    inner join numbers on dated.record_id = numbers.record_id
    left join nicknames on dated.first_name_key = nicknames.nickname
    left join placeholders
        on
            lower({{ firstparty.extract_pattern('dated.source_record_id', '[^:]*$') }})
            = placeholders.blocked_value
)

select * from int_identity__record_keys
