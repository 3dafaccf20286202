{{ config(enabled=var('scored_matching')) }}

-- Grain: one row per person who likely shares a household with another, each their own parent.
with edges as (select * from {{ ref('int_identity__household_edges') }}),

ends as (
    select left_vertex as vertex
    from edges
    union
    select right_vertex as vertex
    from edges
),

int_identity__household_vertices as (
    select
        vertex,
        vertex as parent
    from ends
)

select * from int_identity__household_vertices
