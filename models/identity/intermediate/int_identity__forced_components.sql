{{ config(materialized='fixpoint', initial='int_identity__forced_vertices', max_iterations=100) }}
-- depends_on: {{ ref('int_identity__forced_vertices') }}

-- Grain: one row per record and value in the graph of what somebody said belongs together;
-- parent is the smallest vertex of its component. Values of one type in one component count as
-- one value (int_identity__guarded_values): who says that two records are one person says that
-- one of their national ids is wrong.
with pointers as (select * from {{ firstparty.fixpoint_previous() }}),

edges as (select * from {{ ref('int_identity__forced_edges') }}),

{{ firstparty.component_step('pointers', 'edges') }},

int_identity__forced_components as (
    select
        vertex,
        parent
    from hooked_pointers
)

select * from int_identity__forced_components
