{{ config(materialized='fixpoint', initial='int_identity__strict_vertices', max_iterations=100) }}
-- depends_on: {{ ref('int_identity__strict_vertices') }}

-- Grain: one row per record with an edge that may be used for advertising; parent is the smallest
-- record number of its component. The edges are those that the guards kept, so a strict component
-- never reaches across two persons.
with pointers as (select * from {{ firstparty.fixpoint_previous() }}),

edges as (select * from {{ ref('int_identity__strict_edges') }}),

{{ firstparty.component_step('pointers', 'edges') }},

int_identity__strict_components as (
    select
        vertex,
        parent
    from hooked_pointers
)

select * from int_identity__strict_components
