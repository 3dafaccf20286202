{{ config(materialized='maintained', key=['record_number']) }}
{% call firstparty.affected() -%}
    select vertex as record_number from {{ firstparty.changes_of('int_identity__components') }}
    union all
    select vertex
    from {{ ref('int_identity__components') }}
    where parent in (
        select component from {{ firstparty.changes_of('int_identity__components_violating') }}
    )
    union all
    select record_number from {{ firstparty.changes_of('int_identity__guarded_clusters') }}
    union all
    select record_number
    from {{ ref('int_identity__guarded_clusters') }}
    where cluster in (
        select cluster from {{ firstparty.changes_of('int_identity__guarded_clusters') }}
    )
{%- endcall %}

-- Grain: one row per record that has an edge: its component after the guards, named after its
-- smallest record number. A component that breaks no guard is left whole; in one that does each
-- record is in the cluster that the search for the edges to cut put it into, and alone where it
-- breaks a guard by itself.
with components as (
    select * from {{ ref('int_identity__components') }}
    {{ firstparty.where_affected('vertex') }}
),

violating as (select * from {{ ref('int_identity__components_violating') }}),

clusters as (select * from {{ ref('int_identity__guarded_clusters') }}),

cluster_names as (
    select
        cluster,
        min(record_number) as component
    from clusters
    group by cluster
),

int_identity__components_guarded as (
    select
        components.vertex as record_number,
        case
            when violating.component is null then components.parent
            else coalesce(cluster_names.component, components.vertex)
        end as component
    from components
    left join violating on components.parent = violating.component
    left join clusters on components.vertex = clusters.record_number
    left join cluster_names on clusters.cluster = cluster_names.cluster
)

select * from int_identity__components_guarded
