{{ config(enabled=var('scored_matching') and (var('match_labels') or var('pairs_to_label') > 0)) }}

-- Grain: one row per record that went into another's cluster by a shared identifier or by average
-- link: the cluster it went into first.
with links as (select * from {{ ref('int_identity__traced_links') }}),

exact_clusters as (select * from {{ ref('int_identity__exact_clusters') }}),

int_identity__traced_pointers as (
    select
        right_cluster as record_number,
        left_cluster as cluster
    from links
    where is_merged
    union all
    select
        record_number,
        cluster
    from exact_clusters
    where record_number <> cluster
)

select * from int_identity__traced_pointers
