{{ config(materialized='maintained', key=['left_vertex', 'right_vertex'], key_of='any') }}
{% call firstparty.affected() -%}
    select left_vertex as record_number
    from {{ firstparty.changes_of('int_identity__edges_collected') }}
    union all
    select record_number from {{ firstparty.changes_of('int_identity__components_guarded') }}
    {% for side in ['left', 'right'] -%}
        union all
        select components.record_number
        from {{ ref('int_identity__components_guarded') }} as components
        inner join {{ firstparty.changes_of('int_identity__guard_breaches') }} as changed
            on components.component = changed.{{ side }}_component
    {% endfor %}
{%- endcall %}

-- Grain: one row per pair of records with evidence, after the graph. is_kept: both ends are in one
-- person; where they are not, refusal_reason says why: forbidden by an override, or cut because
-- the person would have broken a guard; then breaches says which ones, and by which values.
with edges as (
    {{ firstparty.affected_rows(
        ref('int_identity__edges_collected'), ['left_vertex', 'right_vertex']
    ) }}
),

components as (select * from {{ ref('int_identity__components_guarded') }}),

guard_breaches as (select * from {{ ref('int_identity__guard_breaches') }}),

placed as (
    select
        edges.*,
        coalesce(left_components.component, edges.left_vertex) as left_component,
        coalesce(right_components.component, edges.right_vertex) as right_component
    from edges
    left join components as left_components on edges.left_vertex = left_components.record_number
    left join components as right_components on edges.right_vertex = right_components.record_number
),

int_identity__edges_judged as (
    select
        placed.left_vertex,
        placed.right_vertex,
        placed.kind,
        placed.rule,
        cast(placed.weight as double) as weight,
        1.0 / (1.0 + exp(-placed.weight)) as probability,
        placed.left_component = placed.right_component and not placed.is_forbidden as is_kept,
        placed.strict_weight is not null as may_advertise,
        case
            when placed.is_forbidden then 'never_link'
            when placed.left_component = placed.right_component then null
            when not placed.is_linking then 'average_link'
            else 'guard:' || guard_breaches.guard
        end as refusal_reason,
        case
            when placed.is_linking and not placed.is_forbidden then guard_breaches.breaches
        end as breaches
    from placed
    left join guard_breaches
        on
            least(placed.left_component, placed.right_component) = guard_breaches.left_component
            and greatest(placed.left_component, placed.right_component)
            = guard_breaches.right_component
)

select * from int_identity__edges_judged
