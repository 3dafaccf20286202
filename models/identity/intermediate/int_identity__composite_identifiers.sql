-- Grain: one row per record, composite type and value: identifiers made of several attributes that together point at
-- one person although none does alone. They are ordinary identifiers with rows in identifier_rules, so that a file
-- of people with only names and dates is resolved by the same models. Each needs a name and, except with a street
-- address, a birth date or a declared attribute; a date of 1 January counts only together with a postal code.
-- Values of null are skipped: a missing part means no such identifier.
with records as (select * from {{ ref('int_identity__record_keys') }}),

composed as (
    select
        record_id,
        'name_birth_postal_code' as identifier_type,
        given_canonical || '|' || family_key || '|' || cast(birth_date as string) || '|' || postal_code_key
            as identifier_value,
        first_seen_at,
        last_seen_at
    from records
    {% for identifier_type, parts in [
        ('name_birth_address', ['given_canonical', 'family_key', 'cast(telling_birth_date as string)', 'address_key']),
        ('name_birth_phone', ['given_canonical', 'family_key', 'cast(telling_birth_date as string)', 'phone']),
        ('name_birth_email', [
            'given_canonical', 'family_key', 'cast(telling_birth_date as string)', 'email_local_part',
        ]),
        ('given_birth_postal_code', ['given_canonical', 'cast(telling_birth_date as string)', 'postal_code_key']),
        ('initial_birth_postal_code', [
            'substr(given_key, 1, 1)', 'family_key', 'cast(telling_birth_date as string)', 'postal_code_key',
        ]),
        ('name_address', ['given_canonical', 'family_key', 'address_key', 'postal_code_key']),
    ] %}
        union all
        select
            record_id,
            '{{ identifier_type }}' as identifier_type,
            {{ parts | join(" || '|' || ") }} as identifier_value,
            first_seen_at,
            last_seen_at
        from records
    {% endfor %}
    {% for attribute in var('person_attributes') %}
        {% set value = firstparty.name_key(firstparty.json_text('attributes', '$.' ~ attribute)) %}
        union all
        select
            record_id,
            'name_birth_attribute' as identifier_type,
            given_canonical || '|' || family_key || '|' || cast(birth_date as string) || '|{{ attribute }}|'
            || {{ value }} as identifier_value,
            first_seen_at,
            last_seen_at
        from records
        union all
        select
            record_id,
            'name_postal_code_attribute' as identifier_type,
            given_canonical || '|' || family_key || '|' || postal_code_key || '|{{ attribute }}|'
            || {{ value }} as identifier_value,
            first_seen_at,
            last_seen_at
        from records
    {% endfor %}
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
