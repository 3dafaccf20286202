-- Grain: one row per record of a violating component and weight tier in which it has an edge, each
-- its own parent.
with edges as (select * from {{ ref('int_identity__tier_edges') }}),

ends as (
    select left_vertex as vertex
    from edges
    union
    select right_vertex as vertex
    from edges
),

int_identity__tier_vertices as (
    select
        vertex,
        vertex as parent
    from ends
)

select * from int_identity__tier_vertices
