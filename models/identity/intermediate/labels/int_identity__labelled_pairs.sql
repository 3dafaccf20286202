{{ config(enabled=var('scored_matching') and var('match_labels')) }}

-- Grain: one row per pair of records with an answer that takes part, as a path that has not begun:
-- both ends are in the clusters that average link starts from (int_identity__label_paths goes on
-- from here).
with labels as (select * from {{ ref('int_identity__match_labels') }}),

exact_clusters as (select * from {{ ref('int_identity__exact_clusters') }}),

answered as (
    select distinct
        least(left_number, right_number) as left_number,
        greatest(left_number, right_number) as right_number,
        is_same
    from labels
    where unused_reason is null
),

int_identity__labelled_pairs as (
    select
        answered.left_number,
        answered.right_number,
        answered.is_same,
        left_clusters.cluster as left_cluster,
        right_clusters.cluster as right_cluster,
        cast(null as integer) as joining_cluster
    from answered
    inner join exact_clusters as left_clusters
        on answered.left_number = left_clusters.record_number
    inner join exact_clusters as right_clusters
        on answered.right_number = right_clusters.record_number
)

select * from int_identity__labelled_pairs
