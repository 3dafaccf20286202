-- Grain: one row per record that has an edge, by record number, each its own parent: where the
-- search for components starts. Records without an edge are persons by themselves and need no
-- search.
with edges as (select * from {{ ref('int_identity__graph_edges') }}),

ends as (
    select left_vertex as vertex
    from edges
    union
    select right_vertex as vertex
    from edges
),

int_identity__graph_vertices as (
    select
        vertex,
        vertex as parent
    from ends
)

select * from int_identity__graph_vertices
