-- Grain: one row per pair of records with evidence, after the graph. is_kept: both ends are in one
-- person; where they are not, refusal_reason says why: forbidden by an override, or cut because
-- the person would have broken a guard.
with edges as (select * from {{ ref('int_identity__edges_collected') }}),

components as (select * from {{ ref('int_identity__components_guarded') }}),

int_identity__edges_judged as (
    select
        edges.left_vertex,
        edges.right_vertex,
        edges.left_record_id,
        edges.right_record_id,
        edges.kind,
        edges.rule,
        cast(edges.weight as double) as weight,
        1.0 / (1.0 + exp(-edges.weight)) as probability,
        coalesce(left_components.component = right_components.component, false)
        and not edges.is_forbidden as is_kept,
        edges.strict_weight is not null as may_advertise,
        case
            when edges.is_forbidden then 'never_link'
            when left_components.component = right_components.component then null
            when not edges.is_linking then 'average_link'
            else left_components.guard
        end as refusal_reason
    from edges
    left join components as left_components on edges.left_vertex = left_components.record_number
    left join components as right_components on edges.right_vertex = right_components.record_number
)

select * from int_identity__edges_judged
