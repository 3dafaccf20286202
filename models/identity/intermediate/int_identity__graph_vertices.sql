{{ config(materialized='maintained', key=['vertex']) }}
{% call firstparty.affected() -%}
    {{ firstparty.affected_vertices('int_identity__graph_edges') }}
{%- endcall %}

-- Grain: one row per record that has an edge, by record number, each its own parent: where the
-- search for components starts. Records without an edge are persons by themselves and need no
-- search.
with edges as (
    {{ firstparty.affected_rows(
        ref('int_identity__graph_edges'), ['left_vertex', 'right_vertex']
    ) }}
),

{{ firstparty.component_start('edges') }}

select * from component_start
{{ firstparty.where_affected('vertex') }}
