{{ config(
    enabled=var('scored_matching'),
    materialized='maintained',
    key=['record_number'],
    told=['record_number'],
    is_compared=false,
    lasting=['int_identity__name_sounds'],
) }}
{% call firstparty.affected() %}{{ firstparty.affected_match_records() }}{% endcall %}

-- Grain: one row per record that is compared: everything that a pair needs of it, worked out once.
-- A code is a number for a text, in any column: equal texts, equal codes. Parts are null where the
-- text is too short to have them; those that only blocking asks for are in block_keys.
{% set bands = firstparty.frequency_bands() -%}
{% set coded = [
    'given', 'family', 'middle', 'birth', 'gender', 'email', 'phone', 'id', 'address', 'postcode',
    'city', 'region',
] + var('person_attributes') -%}

with said as (
    select * from {{ ref('int_identity__match_texts') }}
    {{ firstparty.where_affected('record_number') }}
),

refused_texts as (select * from {{ ref('int_identity__refused_texts') }}),

{{ firstparty.unrefused_texts('said', 'refused_texts', [
    'record_id', 'record_number', 'country', 'spelled_given_name', 'spelled_family_name',
    'name_words', 'local_part', 'local_letters', 'email_digits', 'house_number', 'street',
] + coded) }},

-- Of few records one copy serves both places.
named_texts as (
    select * from {{ 'said' if firstparty.is_of_changes() else ref('int_identity__match_texts') }}
),

name_sounds as (select * from {{ ref('int_identity__name_sounds') }}),

nicknames as (select * from {{ ref('nicknames') }}),

value_bands as (select * from {{ ref('int_identity__value_bands') }}),

canonical_names as (
    select
        nickname,
        min(canonical_name) as canonical_name
    from nicknames
    group by nickname
),

{% for field in bands -%}
    {{ field }}_bands as (
        select
            value_text,
            band,
            adjustment
        from value_bands
        where field = '{{ field }}'
    ),

{% endfor -%}

{{ firstparty.sound_codes('name_sounds') }},

{{ firstparty.more_words('named_texts') }},

int_identity__match_records as (
    select
        texts.record_id,
        texts.record_number,
        texts.country,
        {% for column in coded -%}
            texts.{{ column }},
            case
                when texts.{{ column }} is not null
                    then {{ firstparty.hash_code(['texts.' ~ column]) }}
            end as {{ column }}_code,
        {% endfor -%}
        {% for field in bands -%}
            {{ field }}_bands.band as {{ field }}_band,
            {{ field }}_bands.adjustment as {{ field }}_adjustment,
        {% endfor -%}
        case
            when texts.given is not null
                then {{ firstparty.hash_code(
                    ['coalesce(canonical_names.canonical_name, texts.given)']
                ) }}
        end as canonical_code,
        length(texts.given) as given_length,
        {% for name in ['given', 'family'] -%}
            nullif(substr(texts.{{ name }}, 1, 1), '') as {{ name }}1,
            case
                when length(texts.{{ name }}) > 1 then ' ' || texts.{{ name }} || ' '
            end as {{ name }}_token,
            {% for key in firstparty.name_sound_keys() -%}
                {{ name }}_sounds.{{ key }} as {{ name }}_{{ key }},
            {% endfor -%}
        {% endfor -%}
        texts.name_words,
        more_words.more_names,
        more_words.extra_tokens,
        substr(texts.birth, 1, 4) as birth_year,
        case when length(texts.birth) >= 4 then substr(texts.birth, 3, 2) end as birth_year_end,
        case when length(texts.birth) = 8 then substr(texts.birth, 5, 2) end as birth_month,
        case when length(texts.birth) = 8 then substr(texts.birth, 7, 2) end as birth_day,
        coalesce(texts.birth like '____0101', false) as is_january_1,
        case
            when texts.local_part is not null
                then {{ firstparty.hash_code(['texts.local_part']) }}
        end as local_code,
        case
            when length(texts.local_letters) >= 4
                then {{ firstparty.hash_code(['texts.local_letters']) }}
        end as letters_code,
        texts.email_digits,
        case
            when
                length(texts.email_digits) = 2
                or (
                    length(texts.email_digits) = 4
                    and substr(texts.email_digits, 1, 2) in ('19', '20')
                )
                then right(texts.email_digits, 2)
        end as email_year,
        substr(texts.phone, 1, 3) as phone_head,
        right(texts.phone, 3) as phone_tail,
        texts.house_number,
        texts.street,
        substr(texts.postcode, 1, 3) as postcode3
    from texts
    left join canonical_names on texts.given = canonical_names.nickname
    left join sound_codes as given_sounds on texts.spelled_given_name = given_sounds.name_text
    left join sound_codes as family_sounds on texts.spelled_family_name = family_sounds.name_text
    left join more_words on texts.record_number = more_words.record_number
    {% for field in bands -%}
        left join {{ field }}_bands on texts.{{ field }} = {{ field }}_bands.value_text
    {% endfor -%}
)

select * from int_identity__match_records
