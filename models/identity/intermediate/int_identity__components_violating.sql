-- Grain: one row per component of the whole graph that breaks a guard: it holds more values of an
-- identifier type than one person may have, or a never_link pair. Few components do; only they go
-- through the search for the edges to cut.
with components as (select * from {{ ref('int_identity__components') }}),

guarded_values as (select * from {{ ref('int_identity__guarded_values') }}),

override_links as (select * from {{ ref('int_identity__override_links') }}),

crowded as (
    select components.parent as component
    from components
    inner join guarded_values on components.vertex = guarded_values.record_number
    group by components.parent, guarded_values.identifier_type
    having
        count(distinct guarded_values.identifier_value)
        > max(guarded_values.max_values_per_person)
),

int_identity__components_violating as (
    select component
    from crowded
    union
    select left_components.parent as component
    from override_links
    inner join components as left_components on override_links.left_number = left_components.vertex
    inner join components as right_components
        on
            override_links.right_number = right_components.vertex
            and left_components.parent = right_components.parent
    where override_links.override = 'never_link'
)

select * from int_identity__components_violating
