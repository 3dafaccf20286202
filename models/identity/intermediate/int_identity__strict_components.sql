{{ config(
    materialized='fixpoint',
    key=['vertex'],
    initial='int_identity__strict_vertices',
    max_iterations=100,
) }}
{% call firstparty.affected() -%}
    {{ firstparty.affected_vertices('int_identity__strict_edges', this) }}
{%- endcall %}
-- depends_on: {{ ref('int_identity__strict_vertices') }}

-- Grain: one row per record with an edge that may be used for advertising; parent is the smallest
-- record number of its component. The edges are those that the guards kept, so a strict component
-- never reaches across two persons.
with pointers as (select * from {{ firstparty.fixpoint_previous() }}),

-- Both ends of an edge are affected, or neither.
edges as (
    select * from {{ ref('int_identity__strict_edges') }}
    {{ firstparty.where_affected('left_vertex') }}
),

{{ firstparty.component_step('pointers', 'edges') }},

int_identity__strict_components as (
    select
        vertex,
        parent
    from hooked_pointers
)

select * from int_identity__strict_components
