-- Grain: one row per record, identifier type and value of which one person may hold only so many
-- (max_values_per_person of the type's rule). Refused values are left out: a placeholder that two
-- people share is no proof of anything, for or against. Left out too is a national id that one
-- record alone has, where the score has weighed that it differs from another's and still finds them
-- one person: it is most likely mistyped.
with identifiers as (select * from {{ ref('int_identity__identifiers') }}),

identifier_values as (select * from {{ ref('int_identity__identifier_values') }}),

records as (select * from {{ ref('int_identity__record_keys') }}),

rules as (select * from {{ ref('identifier_rules') }}),

{% if var('scored_matching') -%}
    scored_links as (select * from {{ ref('int_identity__scored_links') }}),

    patterns as (select * from {{ ref('int_identity__patterns') }}),

    doubted_ids as (
        select
            scored_links.left_number,
            scored_links.right_number
        from scored_links
        inner join patterns on scored_links.pattern = patterns.pattern
        where scored_links.is_kept and patterns.id > 1
    ),

    misspelt as (
        select left_number as record_number
        from doubted_ids
        union
        select right_number as record_number
        from doubted_ids
    ),

{% endif -%}

int_identity__guarded_values as (
    select
        records.record_number,
        identifiers.identifier_type,
        identifiers.identifier_value,
        rules.max_values_per_person
    from identifiers
    inner join rules on identifiers.identifier_type = rules.identifier_type
    inner join identifier_values
        on
            identifiers.identifier_type = identifier_values.identifier_type
            and identifiers.identifier_value = identifier_values.identifier_value
    inner join records on identifiers.record_id = records.record_id
    where
        rules.max_values_per_person is not null
        and identifier_values.refusal_reason is null
        {% if var('scored_matching') -%}
            and not (
                identifiers.identifier_type = 'national_id'
                and identifier_values.record_count = 1
                and records.record_number in (select misspelt.record_number from misspelt)
            )
        {%- endif %}
)

select * from int_identity__guarded_values
