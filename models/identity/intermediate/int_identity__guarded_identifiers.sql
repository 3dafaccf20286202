-- Grain: one row per record, identifier type and value of which one person may hold only so many
-- (max_values_per_person of the type's rule), with the span in which the record showed it. Refused
-- values are left out: a placeholder that two people share is no proof of anything, for or against.
-- Left out too is a national id that one record alone has, where the score has weighed that it
-- differs from another's and still finds them one person: it is most likely mistyped. Values that a
-- force_link says are one person's count as one: each stands under the smallest of them.
with rules as (
    select * from {{ ref('identifier_rules') }}
    where max_values_per_person is not null
),

identifiers as (
    select * from {{ ref('int_identity__identifiers') }}
    where identifier_type in (select rules.identifier_type from rules)
),

shared_values as (
    select
        identifier_type,
        identifier_value,
        max(refusal_reason) as refusal_reason
    from {{ ref('int_identity__value_holders') }}
    where identifier_type in (select rules.identifier_type from rules)
    group by identifier_type, identifier_value
),

records as (select * from {{ ref('int_identity__record_keys') }}),

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

forced_edges as (select * from {{ ref('int_identity__forced_edges') }}),

forced_components as (select * from {{ ref('int_identity__forced_components') }}),

forced_values as (
    select distinct
        forced_edges.identifier_type,
        forced_edges.identifier_value,
        forced_components.parent
    from forced_edges
    inner join forced_components on forced_edges.left_vertex = forced_components.vertex
    where forced_edges.identifier_type is not null
),

equal_values as (
    select
        identifier_type,
        identifier_value,
        min(identifier_value) over (partition by identifier_type, parent) as one_value
    from forced_values
),

int_identity__guarded_identifiers as (
    select
        records.record_number,
        identifiers.identifier_type,
        coalesce(equal_values.one_value, identifiers.identifier_value) as identifier_value,
        rules.max_values_per_person,
        rules.value_window_days,
        min(identifiers.first_seen_at) as first_seen_at,
        max(identifiers.last_seen_at) as last_seen_at
    from identifiers
    inner join rules on identifiers.identifier_type = rules.identifier_type
    left join shared_values
        on
            identifiers.identifier_type = shared_values.identifier_type
            and identifiers.identifier_value = shared_values.identifier_value
    inner join records on identifiers.record_id = records.record_id
    left join equal_values
        on
            identifiers.identifier_type = equal_values.identifier_type
            and identifiers.identifier_value = equal_values.identifier_value
    where
        shared_values.refusal_reason is null
        {% if var('scored_matching') -%}
            and not (
                identifiers.identifier_type = 'national_id'
                and shared_values.identifier_value is null
                and records.record_number in (select misspelt.record_number from misspelt)
            )
        {%- endif %}
    group by
        records.record_number,
        identifiers.identifier_type,
        coalesce(equal_values.one_value, identifiers.identifier_value),
        rules.max_values_per_person,
        rules.value_window_days
)

select * from int_identity__guarded_identifiers
