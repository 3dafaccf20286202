{{ config(
    materialized='fixpoint',
    key=['vertex'],
    initial='int_identity__graph_vertices',
    max_iterations=100,
) }}
{% call firstparty.affected() -%}
    {{ firstparty.affected_vertices('int_identity__edges_collected', this) }}
{%- endcall %}
-- depends_on: {{ ref('int_identity__graph_vertices') }}

-- Grain: one row per record that has an edge; parent is the smallest record number of its
-- component. All edges take part, whatever the guards will say: what breaks them is known only
-- when components are whole.
with pointers as (select * from {{ firstparty.fixpoint_previous() }}),

-- Both ends of an edge are affected, or neither.
edges as (
    select * from {{ ref('int_identity__graph_edges') }}
    {{ firstparty.where_affected('left_vertex') }}
),

{{ firstparty.component_step('pointers', 'edges') }},

int_identity__components as (
    select
        vertex,
        parent
    from hooked_pointers
)

select * from int_identity__components
