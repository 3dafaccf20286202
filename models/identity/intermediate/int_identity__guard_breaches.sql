{{ config(materialized='maintained', key=['left_component', 'right_component']) }}

-- Grain: one row per pair of components between which an edge was cut, left < right: what one
-- person of both would break. guard is the first of the guards by name; breaches names all of them,
-- each with as many of its values as break it (of a guard that allows four values five, the first
-- in order), two birth dates that contradict each other, or the records that somebody keeps apart.
-- The search for the edges to cut ends only where every cut edge has a guard that it would break,
-- so no edge is cut without a row here.
with cut_pairs as (select * from {{ ref('int_identity__component_cuts') }}),

components as (select * from {{ ref('int_identity__components_guarded') }}),

guarded_values as (select * from {{ ref('int_identity__guarded_values') }}),

override_links as (select * from {{ ref('int_identity__override_links') }}),

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
        guarded_values.max_values_per_person
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
),

pair_values as (
    select distinct
        cut_sides.left_component,
        cut_sides.right_component,
        ranked_values.identifier_type,
        ranked_values.identifier_value,
        ranked_values.max_values_per_person
    from cut_sides
    inner join ranked_values on cut_sides.component = ranked_values.component
    where ranked_values.place <= ranked_values.max_values_per_person + 1
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

breaches as (
    select
        left_component,
        right_component,
        identifier_type as guard,
        {{ firstparty.ordered_text_list('identifier_value', "', '", 'place') }} as broken_by
    from counted_values
    where value_count > max_values_per_person and place <= max_values_per_person + 1
    group by left_component, right_component, identifier_type
    union all
    select
        cut_pairs.left_component,
        cut_pairs.right_component,
        'birth_date' as guard,
        min(
            least(left_births.identifier_value, right_births.identifier_value) || ', '
            || greatest(left_births.identifier_value, right_births.identifier_value)
        ) as broken_by
    from cut_pairs
    inner join held_values as left_births
        on
            cut_pairs.left_component = left_births.component
            and left_births.identifier_type = 'birth_date'
    inner join held_values as right_births
        on
            cut_pairs.right_component = right_births.component
            and right_births.identifier_type = 'birth_date'
    where
        {{ firstparty.birth_dates_contradict(
            'left_births.identifier_value', 'right_births.identifier_value'
        ) }}
    group by cut_pairs.left_component, cut_pairs.right_component
    union all
    select
        cut_pairs.left_component,
        cut_pairs.right_component,
        'never_link' as guard,
        min(override_links.left_record_id || ', ' || override_links.right_record_id) as broken_by
    from override_links
    inner join components as left_components
        on override_links.left_number = left_components.record_number
    inner join components as right_components
        on override_links.right_number = right_components.record_number
    inner join cut_pairs
        on
            least(left_components.component, right_components.component) = cut_pairs.left_component
            and greatest(left_components.component, right_components.component)
            = cut_pairs.right_component
    where override_links.override = 'never_link'
    group by cut_pairs.left_component, cut_pairs.right_component
),

int_identity__guard_breaches as (
    select
        left_component,
        right_component,
        min(guard) as guard,
        '[' || {{ firstparty.sorted_text_list(firstparty.json_object({
            'guard': 'guard',
            'broken_by': 'broken_by',
        })) }} || ']' as breaches
    from breaches
    group by left_component, right_component
)

select * from int_identity__guard_breaches
