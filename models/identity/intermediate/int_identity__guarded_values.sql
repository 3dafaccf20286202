-- Grain: one row per record, guarded type, value and span. One person may hold
-- max_values_per_person values of a type. Where the rule counts them within days of each other, a
-- value counts in the windows of so many days that have a day on which the record first or last
-- showed it: in those that begin from first_window_day to last_window_day, which are two spans
-- where it was not seen for long. One without a date counts in none; elsewhere both days are null.
-- Two more guards can be switched on. With var birth_date_guard a person holds no two birth dates
-- that contradict each other: dates are compared, not counted, so they have no limit here; those
-- that somebody forced together although they differ prove nothing. Of a source in var
-- distinct_record_sources no two records are one person, save those that somebody forced together.
with identifiers as (select * from {{ ref('int_identity__guarded_identifiers') }}),

records as (select * from {{ ref('int_identity__record_keys') }}),

forced_components as (select * from {{ ref('int_identity__forced_components') }}),

{% set epoch = "cast('1970-01-01' as timestamp)" -%}
seen_values as (
    select
        record_number,
        identifier_type,
        identifier_value,
        max_values_per_person,
        value_window_days,
        {{ firstparty.days_between(epoch, 'first_seen_at') }} as first_day,
        {{ firstparty.days_between(epoch, 'last_seen_at') }} as last_day
    from identifiers
    where value_window_days is not null and first_seen_at is not null
),

value_spans as (
    select
        record_number,
        identifier_type,
        identifier_value,
        max_values_per_person,
        first_day - value_window_days + 1 as first_window_day,
        case when last_day - first_day <= value_window_days then last_day else first_day end
            as last_window_day
    from seen_values
    union all
    select
        record_number,
        identifier_type,
        identifier_value,
        max_values_per_person,
        last_day - value_window_days + 1 as first_window_day,
        last_day as last_window_day
    from seen_values
    where last_day - first_day > value_window_days
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
        max_values_per_person,
        cast(null as bigint) as first_window_day,
        cast(null as bigint) as last_window_day
    from identifiers
    where value_window_days is null
    union all
    select
        record_number,
        identifier_type,
        identifier_value,
        max_values_per_person,
        first_window_day,
        last_window_day
    from value_spans
    union all
    select
        records.record_number,
        'birth_date' as identifier_type,
        records.telling_birth_key as identifier_value,
        cast(null as bigint) as max_values_per_person,
        cast(null as bigint) as first_window_day,
        cast(null as bigint) as last_window_day
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
            cast(1 as bigint) as max_values_per_person,
            cast(null as bigint) as first_window_day,
            cast(null as bigint) as last_window_day
        from records
        left join forced_groups on records.record_number = forced_groups.record_number
        where split_part(records.record_id, ':', 1) = {{ firstparty.text_literal(source) }}
    {%- endfor %}
)

select * from int_identity__guarded_values
