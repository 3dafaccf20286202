-- Grain: one row per pair of components after the guards between which an edge was cut, left <
-- right. Only components that broke a guard were.
with violating as (select * from {{ ref('int_identity__components_violating') }}),

parted as (
    select vertex
    from {{ ref('int_identity__components') }}
    where parent in (select violating.component from violating)
),

edges as (
    select * from {{ ref('int_identity__graph_edges') }}
    where left_vertex in (select parted.vertex from parted)
),

components as (select * from {{ ref('int_identity__components_guarded') }}),

int_identity__component_cuts as (
    select distinct
        least(left_components.component, right_components.component) as left_component,
        greatest(left_components.component, right_components.component) as right_component
    from edges
    inner join components as left_components on edges.left_vertex = left_components.record_number
    inner join components as right_components on edges.right_vertex = right_components.record_number
    where left_components.component <> right_components.component
)

select * from int_identity__component_cuts
