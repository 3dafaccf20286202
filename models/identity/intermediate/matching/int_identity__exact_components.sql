{{ config(
    enabled=var('scored_matching'),
    materialized='fixpoint',
    key=['vertex'],
    initial='int_identity__exact_vertices',
    max_iterations=100,
) }}
{% call firstparty.affected() -%}
    {{ firstparty.affected_vertices(
        'int_identity__exact_links', this, 'left_number', 'right_number'
    ) }}
{%- endcall %}
-- depends_on: {{ ref('int_identity__exact_vertices') }}

-- Grain: one row per record that shares an identifier with another; parent is the smallest record
-- that shared identifiers join it to.
with pointers as (select * from {{ firstparty.fixpoint_previous() }}),

-- Both ends of a link are affected, or neither.
exact_links as (
    select * from {{ ref('int_identity__exact_links') }}
    {{ firstparty.where_affected('left_number') }}
),

edges as (
    select
        left_number as left_vertex,
        right_number as right_vertex
    from exact_links
),

{{ firstparty.component_step('pointers', 'edges') }},

int_identity__exact_components as (
    select
        vertex,
        parent
    from hooked_pointers
)

select * from int_identity__exact_components
