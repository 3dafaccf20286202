{{ config(materialized='maintained', key=['vertex']) }}
{% call firstparty.affected() -%}
    {{ firstparty.affected_vertices('int_identity__strict_edges') }}
{%- endcall %}

-- Grain: one row per record with an edge that may be used for advertising, by record number, each
-- its own parent.
with edges as (
    {{ firstparty.affected_rows(
        ref('int_identity__strict_edges'), ['left_vertex', 'right_vertex']
    ) }}
),

{{ firstparty.component_start('edges') }}

select * from component_start
{{ firstparty.where_affected('vertex') }}
