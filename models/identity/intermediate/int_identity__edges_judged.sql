{{ config(materialized='maintained', key=['left_vertex', 'right_vertex'], key_of='any') }}
{% call firstparty.affected() -%}
    select left_vertex as record_number
    from {{ firstparty.changes_of('int_identity__edges_collected') }}
    union all
    select record_number from {{ firstparty.changes_of('int_identity__components_guarded') }}
{%- endcall %}

-- Grain: one row per pair of records with evidence, after the graph. is_kept: both ends are in one
-- person, and nobody forbids it.
with edges as (
    {{ firstparty.affected_rows(
        ref('int_identity__edges_collected'), ['left_vertex', 'right_vertex']
    ) }}
),

components as (select * from {{ ref('int_identity__components_guarded') }}),

int_identity__edges_judged as (
    select
        edges.left_vertex,
        edges.right_vertex,
        edges.kind,
        edges.rule,
        cast(edges.weight as double) as weight,
        1.0 / (1.0 + exp(-edges.weight)) as probability,
        edges.is_forbidden,
        edges.is_linking,
        not edges.is_forbidden
        and coalesce(left_components.component, edges.left_vertex)
        = coalesce(right_components.component, edges.right_vertex) as is_kept,
        edges.strict_weight is not null as may_advertise
    from edges
    left join components as left_components on edges.left_vertex = left_components.record_number
    left join components as right_components on edges.right_vertex = right_components.record_number
)

select * from int_identity__edges_judged
