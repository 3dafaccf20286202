{{ config(materialized='fixpoint', initial='int_identity__tier_vertices', max_iterations=100) }}
-- depends_on: {{ ref('int_identity__tier_vertices') }}

-- Grain: one row per record of a violating component and weight tier in which it has an edge;
-- parent is the smallest vertex of its component among the edges of that tier and above.
with pointers as (select * from {{ firstparty.fixpoint_previous() }}),

edges as (select * from {{ ref('int_identity__tier_edges') }}),

{{ firstparty.component_step('pointers', 'edges') }},

int_identity__tier_components as (
    select
        vertex,
        parent
    from hooked_pointers
)

select * from int_identity__tier_components
