{{ config(materialized='maintained', key=['left_vertex', 'right_vertex'], key_of='any') }}
{% call firstparty.affected() -%}
    select left_vertex as record_number
    from {{ firstparty.changes_of('int_identity__edges_collected') }}
    union all
    select record_number from {{ firstparty.changes_of('int_identity__components_guarded') }}
{%- endcall %}

-- Grain: one row per edge that the guards kept and that rests on evidence which may be used for
-- advertising.
with edges as (
    {{ firstparty.affected_rows(
        ref('int_identity__graph_edges'), ['left_vertex', 'right_vertex']
    ) }}
),

components as (select * from {{ ref('int_identity__components_guarded') }}),

int_identity__strict_edges as (
    select
        edges.left_vertex,
        edges.right_vertex
    from edges
    inner join components as left_components on edges.left_vertex = left_components.record_number
    inner join components as right_components
        on
            edges.right_vertex = right_components.record_number
            and left_components.component = right_components.component
    where edges.strict_weight is not null
)

select * from int_identity__strict_edges
