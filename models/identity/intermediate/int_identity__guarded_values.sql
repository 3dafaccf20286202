-- Grain: one row per record, identifier type and value of which one person may hold only so many
-- (max_values_per_person of the type's rule). Refused values are left out: a placeholder that two
-- people share is no proof of anything, for or against. Left out too is a national id that one
-- record alone has, where the score has weighed that it differs from another's and still finds them
-- one person: it is most likely mistyped. Values that a force_link says are one person's count as
-- one: each stands under the smallest of them. Two more guards can be switched on. With var
-- birth_date_guard a person holds no two birth dates that contradict each other: dates are
-- compared, not counted, so they have no limit here; those that somebody forced together although
-- they differ prove nothing. Of a source in var distinct_record_sources no two records are one
-- person (type record_of_<source>), save those that somebody forced together.
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

{% if var('birth_date_guard') or var('distinct_record_sources') -%}
    forced_records as (
        select
            forced_components.vertex as record_number,
            records.record_id,
            records.telling_birth_key,
            forced_components.parent
        from forced_components
        inner join records on forced_components.vertex = records.record_number
    ),

    forced_groups as (
        select
            record_number,
            min(record_id) over (partition by parent) as one_record_id,
            count(telling_birth_key) over (partition by parent) > 1
            and min(telling_birth_key) over (partition by parent)
            <> max(telling_birth_key) over (partition by parent) as is_birth_disputed
        from forced_records
    ),

{% endif -%}

guarded_identifiers as (
    select distinct
        records.record_number,
        identifiers.identifier_type,
        coalesce(equal_values.one_value, identifiers.identifier_value) as identifier_value,
        rules.max_values_per_person
    from identifiers
    inner join rules on identifiers.identifier_type = rules.identifier_type
    inner join identifier_values
        on
            identifiers.identifier_type = identifier_values.identifier_type
            and identifiers.identifier_value = identifier_values.identifier_value
    inner join records on identifiers.record_id = records.record_id
    left join equal_values
        on
            identifiers.identifier_type = equal_values.identifier_type
            and identifiers.identifier_value = equal_values.identifier_value
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
),

int_identity__guarded_values as (
    select
        record_number,
        identifier_type,
        identifier_value,
        max_values_per_person
    from guarded_identifiers
    {%- if var('birth_date_guard') %}
        union all
        select
            records.record_number,
            'birth_date' as identifier_type,
            records.telling_birth_key as identifier_value,
            cast(null as bigint) as max_values_per_person
        from records
        left join forced_groups on records.record_number = forced_groups.record_number
        where
            {{ firstparty.try_cast_to('records.telling_birth_key', 'date') }} is not null
            and not coalesce(forced_groups.is_birth_disputed, false)
    {%- endif %}
    {%- for source in var('distinct_record_sources') %}
        union all
        select
            records.record_number,
            {{ firstparty.text_literal('record_of_' ~ source) }} as identifier_type,
            coalesce(forced_groups.one_record_id, records.record_id) as identifier_value,
            cast(1 as bigint) as max_values_per_person
        from records
        left join forced_groups on records.record_number = forced_groups.record_number
        where split_part(records.record_id, ':', 1) = {{ firstparty.text_literal(source) }}
    {%- endfor %}
)

select * from int_identity__guarded_values
