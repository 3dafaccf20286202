-- Grain: one row per record with an edge inside a component that breaks a guard, each a cluster of
-- its own: where the search for the edges to cut starts.
with edges as (select * from {{ ref('int_identity__guarded_edges') }}),

{{ firstparty.component_start('edges') }},

int_identity__guarded_clusters_start as (
    select
        vertex as record_number,
        parent as cluster
    from component_start
)

select * from int_identity__guarded_clusters_start
