{{ config(
    materialized='fixpoint',
    key=['vertex'],
    initial='int_identity__strict_vertices',
    max_iterations=100,
) }}
{% call firstparty.affected() -%}
    select left_vertex as vertex from {{ firstparty.changes_of('int_identity__strict_edges') }}
    union all
    select right_vertex as vertex from {{ firstparty.changes_of('int_identity__strict_edges') }}
    union all
    select vertex
    from {{ this }}
    where parent in (
        select parent
        from {{ this }}
        where vertex in (
            select left_vertex from {{ firstparty.changes_of('int_identity__strict_edges') }}
            union all
            select right_vertex from {{ firstparty.changes_of('int_identity__strict_edges') }}
        )
    )
{%- endcall %}
-- depends_on: {{ ref('int_identity__strict_vertices') }}

-- Grain: one row per record with an edge that may be used for advertising; parent is the smallest
-- record number of its component. The edges are those that the guards kept, so a strict component
-- never reaches across two persons.
with pointers as (select * from {{ firstparty.fixpoint_previous() }}),

edges as (
    select * from {{ ref('int_identity__strict_edges') }}
    {{ firstparty.where_affected(['left_vertex', 'right_vertex']) }}
),

{{ firstparty.component_step('pointers', 'edges') }},

int_identity__strict_components as (
    select
        vertex,
        parent
    from hooked_pointers
)

select * from int_identity__strict_components
