-- Grain: one row per pair of components between which an edge was cut, left < right: what one
-- person of both would break. guard is the first of the guards by name; breaches names all of them,
-- each with the values that break it, with two birth dates that contradict each other, or with the
-- records that somebody keeps apart. The search for the edges to cut ends only where every cut edge
-- has a guard that it would break, so no edge is cut without a row here.
with cut_pairs as (select * from {{ ref('int_identity__component_cuts') }}),

components as (select * from {{ ref('int_identity__components_guarded') }}),

guarded_values as (select * from {{ ref('int_identity__guarded_values') }}),

value_breaches as (select * from {{ ref('int_identity__value_breaches') }}),

override_links as (select * from {{ ref('int_identity__override_links') }}),

births as (
    select distinct
        components.component,
        guarded_values.identifier_value as birth_date
    from components
    inner join guarded_values on components.record_number = guarded_values.record_number
    where guarded_values.identifier_type = 'birth_date'
),

breaches as (
    select
        left_component,
        right_component,
        guard,
        broken_by
    from value_breaches
    union all
    select
        cut_pairs.left_component,
        cut_pairs.right_component,
        'birth_date' as guard,
        min(
            least(left_births.birth_date, right_births.birth_date) || ', '
            || greatest(left_births.birth_date, right_births.birth_date)
        ) as broken_by
    from cut_pairs
    inner join births as left_births on cut_pairs.left_component = left_births.component
    inner join births as right_births on cut_pairs.right_component = right_births.component
    where
        {{ firstparty.birth_dates_contradict(
            'left_births.birth_date', 'right_births.birth_date'
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
