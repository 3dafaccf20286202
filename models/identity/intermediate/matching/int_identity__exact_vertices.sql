{{ config(
    enabled=var('scored_matching'),
    materialized='maintained',
    key=['vertex'],
) }}
{% call firstparty.affected() -%}
    {{ firstparty.affected_vertices('int_identity__exact_links', 'left_number', 'right_number') }}
{%- endcall %}

-- Grain: one row per record that shares an identifier with another, each its own parent.
with exact_links as (
    {{ firstparty.affected_rows(
        ref('int_identity__exact_links'), ['left_number', 'right_number']
    ) }}
),

edges as (
    select
        left_number as left_vertex,
        right_number as right_vertex
    from exact_links
),

{{ firstparty.component_start('edges') }}

select * from component_start
{{ firstparty.where_affected('vertex') }}
