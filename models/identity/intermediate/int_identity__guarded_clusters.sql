{{ config(
    materialized='fixpoint',
    key=['record_number'],
    initial='int_identity__guarded_clusters_start',
    max_iterations=400,
    kept_ctes=[
        'held_values', 'placed_edges', 'link_spans', 'directed_links', 'added_values', 'proposals',
        'joiners', 'gains', 'move_spans',
    ],
) }}
-- depends_on: {{ ref('int_identity__guarded_clusters_start') }}

-- Grain: one row per record with an edge inside a component that breaks a guard; its cluster, named
-- after one of the records. Clusters merge along their heaviest links wherever the merged one holds
-- all guards, then single records go over to where more weight holds them: what stays apart is cut,
-- at little weight. No cluster ever breaks a guard, so none does in the end.
with placements as (select * from {{ firstparty.fixpoint_previous() }}),

edges as (select * from {{ ref('int_identity__guarded_edges') }}),

guarded_values as (select * from {{ ref('int_identity__guarded_values') }}),

override_links as (select * from {{ ref('int_identity__override_links') }}),

forbidden_pairs as (
    select
        left_number,
        right_number
    from override_links
    where override = 'never_link'
),

{{ firstparty.guarded_links('placements', 'edges', 'guarded_values', 'forbidden_pairs') }},

{{ firstparty.guarded_merges() }},

{{ firstparty.guarded_moves('placements', 'guarded_values') }},

int_identity__guarded_clusters as (
    select
        placements.record_number,
        coalesce(moved_records.new_cluster, guarded_merges.new_cluster, placements.cluster)
            as cluster
    from placements
    left join guarded_merges on placements.cluster = guarded_merges.cluster
    left join moved_records on placements.record_number = moved_records.record_number
)

select * from int_identity__guarded_clusters
