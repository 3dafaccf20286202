-- Grain: one row per pair of records with evidence, left < right. is_kept: both ends are in one
-- person; where they are not, refusal_reason says why: forbidden by an override, or cut because
-- the person would have broken a guard; then breaches names the guards, each with the values that
-- would break it. Values that were refused before they became edges (blocked, shared by too many)
-- are in refused_identifiers.
with edges as (select * from {{ ref('int_identity__edges_judged') }}),

evidence as (select * from {{ ref('int_identity__edge_evidence') }}),

components as (select * from {{ ref('int_identity__components_guarded') }}),

guard_breaches as (select * from {{ ref('int_identity__guard_breaches') }}),

records as (select * from {{ ref('int_identity__record_numbers') }}),

identity_edges as (
    select
        least(left_records.record_id, right_records.record_id) as left_record_id,
        greatest(left_records.record_id, right_records.record_id) as right_record_id,
        edges.kind,
        edges.rule,
        edges.weight,
        edges.probability,
        evidence.evidence,
        edges.is_kept,
        edges.may_advertise,
        case
            when edges.is_kept then null
            when edges.is_forbidden then 'never_link'
            when not edges.is_linking then 'average_link'
            else 'guard:' || guard_breaches.guard
        end as refusal_reason,
        case
            when edges.is_linking and not edges.is_forbidden then guard_breaches.breaches
        end as breaches
    from edges
    inner join records as left_records on edges.left_vertex = left_records.record_number
    inner join records as right_records on edges.right_vertex = right_records.record_number
    inner join evidence
        on edges.left_vertex = evidence.left_vertex and edges.right_vertex = evidence.right_vertex
    left join components as left_components on edges.left_vertex = left_components.record_number
    left join components as right_components on edges.right_vertex = right_components.record_number
    left join guard_breaches
        on
            least(left_components.component, right_components.component)
            = guard_breaches.left_component
            and greatest(left_components.component, right_components.component)
            = guard_breaches.right_component
)

select * from identity_edges
