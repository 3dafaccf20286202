-- Grain: one row per record, guarded type and value. One person may hold max_values_per_person
-- values of a type. Where the rule counts them within a window of days, each window is a type of
-- its own, and a value is in those in which a record first or last showed it; windows begin every
-- quarter of their days, so that values three quarters of them apart always meet in one and values
-- further apart than all of them never do. A value without a date is in no window. Two more guards
-- can be switched on. With var birth_date_guard a person holds no two birth dates that contradict
-- each other: dates are compared, not counted, so they have no limit here; those that somebody
-- forced together although they differ prove nothing. Of a source in var distinct_record_sources no
-- two records are one person (type record_of_<source>), save those that somebody forced together.
with identifiers as (select * from {{ ref('int_identity__guarded_identifiers') }}),

records as (select * from {{ ref('int_identity__record_keys') }}),

forced_components as (select * from {{ ref('int_identity__forced_components') }}),

{% set epoch = "cast('1970-01-01' as timestamp)" -%}
steps as (
    {% for step in range(5) -%}
        select {{ step }} as step
        {% if not loop.last -%}
            union all
        {% endif -%}
    {% endfor %}
),

sightings as (
    select
        record_number,
        identifier_type,
        identifier_value,
        max_values_per_person,
        value_window_days,
        {{ firstparty.integer_quotient('value_window_days + 3', '4') }} as stride_days,
        {{ firstparty.days_between(epoch, 'first_seen_at') }} as seen_day
    from identifiers
    where value_window_days is not null
    union
    select
        record_number,
        identifier_type,
        identifier_value,
        max_values_per_person,
        value_window_days,
        {{ firstparty.integer_quotient('value_window_days + 3', '4') }} as stride_days,
        {{ firstparty.days_between(epoch, 'last_seen_at') }} as seen_day
    from identifiers
    where value_window_days is not null
),

windows as (
    select
        sightings.record_number,
        sightings.identifier_type,
        sightings.identifier_value,
        sightings.max_values_per_person,
        sightings.value_window_days,
        sightings.seen_day,
        sightings.stride_days * (
            {{ firstparty.integer_quotient('sightings.seen_day', 'sightings.stride_days') }}
            - steps.step
        ) as first_day
    from sightings
    cross join steps
),

windowed_values as (
    select distinct
        record_number,
        identifier_type || ' in ' || cast(value_window_days as string) || ' days from '
        || cast(cast({{ firstparty.plus_days(epoch, 'first_day') }} as date) as string)
            as identifier_type,
        identifier_value,
        max_values_per_person
    from windows
    where seen_day < first_day + value_window_days
),

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

int_identity__guarded_values as (
    select
        record_number,
        identifier_type,
        identifier_value,
        max_values_per_person
    from identifiers
    where value_window_days is null
    union all
    select
        record_number,
        identifier_type,
        identifier_value,
        max_values_per_person
    from windowed_values
    union all
    select
        records.record_number,
        'birth_date' as identifier_type,
        records.telling_birth_key as identifier_value,
        cast(null as bigint) as max_values_per_person
    from records
    left join forced_groups on records.record_number = forced_groups.record_number
    where
        {{ var('birth_date_guard') | lower }}
        and {{ firstparty.try_cast_to('records.telling_birth_key', 'date') }} is not null
        and not coalesce(forced_groups.is_birth_disputed, false)
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
