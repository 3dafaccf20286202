-- Grain: one row per record with an edge that may be used for advertising, by record number, each
-- its own parent.
with edges as (select * from {{ ref('int_identity__strict_edges') }}),

ends as (
    select left_vertex as vertex
    from edges
    union
    select right_vertex as vertex
    from edges
),

int_identity__strict_vertices as (
    select
        vertex,
        vertex as parent
    from ends
)

select * from int_identity__strict_vertices
