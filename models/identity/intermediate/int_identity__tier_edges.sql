-- Grain: one row per edge inside a violating component and weight tier that it is strong enough
-- for. Each tier is a copy of the component that holds only edges of at least the tier's weight
-- (whole units), numbered apart from the others: vertex = record number x 100 + tier + 50. So one
-- search finds the components of all tiers at once, and cutting "the weakest edges until the guard
-- holds" is choosing, per record, the lowest tier that breaks nothing.
with edges as (select * from {{ ref('int_identity__graph_edges') }}),

components as (select * from {{ ref('int_identity__components') }}),

violating as (select * from {{ ref('int_identity__components_violating') }}),

inner_edges as (
    select
        edges.left_vertex,
        edges.right_vertex,
        violating.component,
        cast(floor(greatest(least(edges.weight, 49.0), -49.0)) as bigint) as tier
    from edges
    inner join components on edges.left_vertex = components.vertex
    inner join violating on components.parent = violating.component
),

tiers as (
    select distinct
        component,
        tier
    from inner_edges
),

int_identity__tier_edges as (
    select
        inner_edges.left_vertex * 100 + tiers.tier + 50 as left_vertex,
        inner_edges.right_vertex * 100 + tiers.tier + 50 as right_vertex
    from inner_edges
    inner join tiers
        on
            inner_edges.component = tiers.component
            and inner_edges.tier >= tiers.tier
)

select * from int_identity__tier_edges
