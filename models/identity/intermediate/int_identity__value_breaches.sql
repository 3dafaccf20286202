-- Grain: one row per pair of components between which an edge was cut, left < right, and guard that
-- limits values: those of which one person of both would hold too many. broken_by has as many of
-- its values as break it (of a guard that allows four values five, the first in order). Where
-- values count within days of each other they are those of the earliest days with too many, and
-- guard names these days: user_id in 30 days from 2026-01-05.
with cut_pairs as (select * from {{ ref('int_identity__component_cuts') }}),

components as (select * from {{ ref('int_identity__components_guarded') }}),

guarded_values as (select * from {{ ref('int_identity__guarded_values') }}),

rules as (select * from {{ ref('identifier_rules') }}),

cut_sides as (
    select
        left_component,
        right_component,
        left_component as component
    from cut_pairs
    union all
    select
        left_component,
        right_component,
        right_component as component
    from cut_pairs
),

cut_components as (
    select distinct component
    from cut_sides
),

held_values as (
    select distinct
        components.component,
        guarded_values.identifier_type,
        guarded_values.identifier_value,
        guarded_values.max_values_per_person,
        guarded_values.first_window_day,
        guarded_values.last_window_day
    from cut_components
    inner join components on cut_components.component = components.component
    inner join guarded_values on components.record_number = guarded_values.record_number
),

ranked_values as (
    select
        *,
        row_number() over (
            partition by component, identifier_type
            order by identifier_value
        ) as place
    from held_values
    where first_window_day is null
),

pair_spans as (
    select
        cut_sides.left_component,
        cut_sides.right_component,
        held_values.identifier_type,
        held_values.identifier_value,
        held_values.max_values_per_person,
        held_values.first_window_day,
        held_values.last_window_day
    from cut_sides
    inner join held_values on cut_sides.component = held_values.component
    where held_values.first_window_day is not null
),

{{ firstparty.crowded_spans(
    'crowded_windows', 'pair_spans', ['left_component', 'right_component']
) }},

pair_values as (
    select distinct
        cut_sides.left_component,
        cut_sides.right_component,
        ranked_values.identifier_type,
        cast(null as bigint) as first_day,
        ranked_values.identifier_value,
        ranked_values.max_values_per_person
    from cut_sides
    inner join ranked_values on cut_sides.component = ranked_values.component
    where ranked_values.place <= ranked_values.max_values_per_person + 1
    union all
    select distinct
        pair_spans.left_component,
        pair_spans.right_component,
        pair_spans.identifier_type,
        crowded_windows.first_day,
        pair_spans.identifier_value,
        pair_spans.max_values_per_person
    from crowded_windows
    inner join pair_spans
        on
            crowded_windows.left_component = pair_spans.left_component
            and crowded_windows.right_component = pair_spans.right_component
            and crowded_windows.identifier_type = pair_spans.identifier_type
            and crowded_windows.first_day >= pair_spans.first_window_day
            and crowded_windows.first_day <= pair_spans.last_window_day
),

counted_values as (
    select
        *,
        row_number() over (
            partition by left_component, right_component, identifier_type
            order by identifier_value
        ) as place,
        count(*) over (
            partition by left_component, right_component, identifier_type
        ) as value_count
    from pair_values
),

{% set epoch = "cast('1970-01-01' as timestamp)" -%}
named_values as (
    select
        counted_values.left_component,
        counted_values.right_component,
        counted_values.identifier_type || coalesce(
            ' in ' || cast(rules.value_window_days as string) || ' days from ' || cast(
                cast({{ firstparty.plus_days(epoch, 'counted_values.first_day') }} as date)
                as string
            ),
            ''
        ) as guard,
        counted_values.identifier_value,
        counted_values.place
    from counted_values
    left join rules on counted_values.identifier_type = rules.identifier_type
    where
        counted_values.value_count > counted_values.max_values_per_person
        and counted_values.place <= counted_values.max_values_per_person + 1
),

int_identity__value_breaches as (
    select
        left_component,
        right_component,
        guard,
        {{ firstparty.ordered_text_list('identifier_value', "', '", 'place') }} as broken_by
    from named_values
    group by left_component, right_component, guard
)

select * from int_identity__value_breaches
