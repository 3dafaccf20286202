{{ config(enabled=var('scored_matching'), materialized='maintained',
    key=['record_number'], told=['record_number'], is_compared=false) }}
{% call firstparty.affected() %}{{ firstparty.affected_match_texts() }}{% endcall %}

-- Grain: one row per record that says anything by which people are compared: its values in plain
-- Latin letters, lower case. An e-mail address or telephone number that is not valid compares too:
-- most are slips of the pen. Left out are invalid ones of more than 20 records.
{% set as_written = firstparty.texts_as_written() -%}

with record_keys as (
    select * from {{ ref('int_identity__record_keys') }}
    {{ firstparty.where_affected('record_number') }}
),

records as (
    {{ firstparty.looked_up_rows(
        ref('int_identity__records'), 'record_id', 'select record_keys.record_id from record_keys'
    ) }}
),

crowded_texts as (select * from {{ ref('int_identity__crowded_texts') }}),

latin as (
    select
        records.record_id,
        record_keys.record_number,
        records.given_name as spelled_given_name,
        records.family_name as spelled_family_name,
        {% for column in [
            'given_name', 'middle_name', 'family_name', 'full_name', 'street_address', 'city',
        ] -%}
            {{ firstparty.latin_text('records.' ~ column) }} as {{ column }},
        {% endfor -%}
        {% for attribute in var('person_attributes') -%}
            {{ firstparty.latin_text(
                firstparty.json_text('records.attributes', '$.' ~ attribute)
            ) }} as {{ attribute }},
        {% endfor -%}
        coalesce(cast(records.birth_date as string), record_keys.birth_key, records.birth_date_raw)
            as birth_text,
        records.gender,
        {% for kind in as_written -%}
            case
                when records.{{ kind }} is null and crowded_{{ kind }}s.text_as_written is null
                    then {{ firstparty.latin_text('records.' ~ kind ~ '_raw') }}
                else records.{{ kind }}
            end as {{ kind }},
            records.{{ kind }} is null and records.{{ kind }}_raw is not null as is_{{ kind }}_raw,
        {% endfor -%}
        records.national_id,
        coalesce(records.country, '') as country,
        records.region,
        records.postal_code
    from records
    inner join record_keys on records.record_id = record_keys.record_id
    {% for kind, text in as_written.items() -%}
        left join crowded_texts as crowded_{{ kind }}s
            on
                records.{{ kind }} is null
                and {{ text }} = crowded_{{ kind }}s.text_as_written
                and crowded_{{ kind }}s.kind = '{{ kind }}'
    {% endfor -%}
    where not record_keys.is_placeholder
),

cleaned as (
    select
        record_id,
        record_number,
        spelled_given_name,
        spelled_family_name,
        {% for column in ['given_name', 'middle_name', 'family_name'] -%}
            {{ firstparty.words_only(column) }} as {{ column }},
        {% endfor -%}
        {{ firstparty.words_only('full_name') }} as name_words,
        {{ firstparty.null_if_empty(
            'left(' ~ firstparty.replace_pattern('birth_text', '[^0-9]+', '') ~ ', 8)'
        ) }} as birth,
        gender,
        case
            when not is_email_raw or {{ firstparty.matches_pattern('email', '[@.]') }}
                then replace(email, ' ', '')
        end as email,
        case
            when not is_phone_raw or {{ firstparty.matches_pattern('phone', '([0-9][^0-9]*){7}') }}
                then right({{ firstparty.replace_pattern('phone', '[^0-9]+', '') }}, 10)
        end as phone,
        {{ firstparty.letters_and_digits('national_id') }} as id,
        {{ firstparty.street_words(firstparty.words_only('street_address')) }} as address_words,
        {{ firstparty.letters_and_digits('postal_code') }} as postcode,
        {{ firstparty.letters_only('city') }} as city,
        {{ firstparty.letters_and_digits('region') }} as region,
        country
    {%- for attribute in var('person_attributes') %},
            {{ firstparty.words_only(attribute) }} as {{ attribute }}
        {%- endfor %}
    from latin
),

int_identity__match_texts as (
    select
        record_id,
        record_number,
        spelled_given_name,
        spelled_family_name,
        {{ firstparty.letters_only('given_name') }} as given,
        {{ firstparty.letters_only('middle_name') }} as middle,
        {{ firstparty.letters_only('family_name') }} as family,
        name_words,
        concat_ws(' ', given_name, middle_name, family_name) as part_words,
        birth,
        gender,
        email,
        nullif(split_part(email, '@', 1), '') as local_part,
        {{ firstparty.letters_only("split_part(email, '@', 1)") }} as local_letters,
        {{ firstparty.extract_pattern("split_part(email, '@', 1)", '[0-9]{2,}') }}
            as email_digits,
        phone,
        id,
        nullif(replace(address_words, ' ', ''), '') as address,
        {{ firstparty.extract_pattern('address_words', '[0-9]+') }} as house_number,
        {{ firstparty.letters_only('address_words') }} as street,
        postcode,
        city,
        region,
        country
    {%- for attribute in var('person_attributes') %},
            {{ attribute }}
        {%- endfor %}
    from cleaned
    where
        coalesce(given_name, family_name, name_words, email, phone, id, birth, address_words)
        is not null
)

select * from int_identity__match_texts
