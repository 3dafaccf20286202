{{ config(materialized='maintained', key=['record_id']) }}

-- Grain: one row per record, composite type and value: identifiers made of several attributes that
-- together point at one person although none does alone. They are ordinary identifiers with rows
-- in identifier_rules, so that a file of people with only names and dates is resolved by the same
-- models. Each holds something of the person's own (given name or initial, with birth date, year
-- or a declared attribute): what a whole household shares is not enough. names holds given and
-- family name in one order, so that forms filled in the wrong way round agree. Values of null are
-- skipped: a missing part means no such identifier. Where pairs of many records are scored there
-- are none: the score weighs the same attributes, and more of them. From few it learns too little.
{% set attributes = [] -%}
{% for name in var('person_attributes') -%}
    {% set value = firstparty.name_key(firstparty.json_text('attributes', '$.' ~ name)) -%}
    {% do attributes.append("'" ~ name ~ "|' || " ~ value) -%}
{% endfor -%}

with records as (select * from {{ ref('int_identity__record_keys') }}),

{% if var('scored_matching') -%}
    few_records as (
        select count(*) as record_count
        from {{ ref('int_identity__record_keys') }}
        having count(*) < 10000
    ),

    composable_records as (
        select records.*
        from records
        cross join few_records
    ),

{% endif -%}

parts as (
    select
        record_id,
        case
            when given_canonical is not null and family_key is not null
                then
                    least(given_canonical, family_key)
                    || '|'
                    || greatest(given_canonical, family_key)
        end as names,
        given_canonical as given,
        substr(given_key, 1, 1) as initial,
        family_key as family,
        birth_key as birth,
        telling_birth_key as telling_birth,
        substr(birth_key, 1, 4) as birth_year,
        address_key as address,
        postal_code_key as postal_code,
        phone,
        email_local_part,
        {% for attribute in attributes -%}
            {{ attribute }} as attribute_{{ loop.index }},
        {% endfor -%}
        first_seen_at,
        last_seen_at
    from {{ 'composable_records' if var('scored_matching') else 'records' }}
),

{% set compositions = [
    ('name_birth_address', ['initial', 'family', 'birth', 'address']),
    ('name_birth_phone', ['initial', 'family', 'telling_birth', 'phone']),
    ('name_birth_email', ['names', 'telling_birth', 'email_local_part']),
    ('name_birth_postal_code', ['initial', 'family', 'birth', 'postal_code']),
    ('given_birth_postal_code', ['given', 'telling_birth', 'postal_code']),
    ('name_year_postal_code', ['names', 'birth_year', 'postal_code']),
    ('name_address', ['names', 'address', 'postal_code']),
] -%}
{% for attribute in attributes -%}
    {% set column = 'attribute_' ~ loop.index -%}
    {% set place = loop.index -%}
    {% do compositions.append(('name_birth_attribute', ['initial', 'family', 'birth', column])) -%}
    {% do compositions.append(('given_birth_attribute', ['given', 'telling_birth', column])) -%}
    {% do compositions.append(
        ('name_postal_code_attribute', ['names', 'postal_code', column])
    ) -%}
    {% for other in range(place + 1, attributes | length + 1) -%}
        {% do compositions.append(
            ('name_attributes', ['names', column, 'attribute_' ~ other])
        ) -%}
    {% endfor -%}
{% endfor -%}

composed as (
    {% for identifier_type, columns in compositions -%}
        {{ "union all" if not loop.first }}
        select
            record_id,
            '{{ identifier_type }}' as identifier_type,
            {{ columns | join(" || '|' || ") }} as identifier_value,
            first_seen_at,
            last_seen_at
        from parts
    {% endfor -%}
),

int_identity__composite_identifiers as (
    select
        record_id,
        identifier_type,
        identifier_value,
        first_seen_at,
        last_seen_at
    from composed
    where identifier_value is not null
)

select * from int_identity__composite_identifiers
