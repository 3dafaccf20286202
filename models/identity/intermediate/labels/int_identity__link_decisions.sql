{{ config(enabled=var('scored_matching') and (var('match_labels') or var('pairs_to_label') > 0)) }}

-- Grain: one row per pair of clusters that average link decided on: merged, or left apart at the
-- end though pairs of theirs were compared. With the features of both, and the pair of records
-- that speaks most for one person. These are what answers can be learned from, and be asked about.
with trace as (select * from {{ ref('int_identity__traced_links') }}),

starts as (select * from {{ ref('int_identity__traced_links_start') }}),

clusters as (select * from {{ ref('int_identity__traced_clusters') }}),

placed as (
    select
        coalesce(left_clusters.cluster, starts.left_cluster) as one_cluster,
        coalesce(right_clusters.cluster, starts.right_cluster) as other_cluster,
        starts.weight,
        starts.greatest_pair,
        starts.answer_balance
    from starts
    left join clusters as left_clusters on starts.left_cluster = left_clusters.record_number
    left join clusters as right_clusters on starts.right_cluster = right_clusters.record_number
),

apart as (
    select
        least(one_cluster, other_cluster) as left_cluster,
        greatest(one_cluster, other_cluster) as right_cluster,
        cast(sum(weight) as bigint) as weight,
        count(*) as scored_count,
        max(weight) as greatest_weight,
        max(greatest_pair) as greatest_pair,
        cast(sum(answer_balance) as bigint) as answer_balance
    from placed
    where one_cluster <> other_cluster
    group by least(one_cluster, other_cluster), greatest(one_cluster, other_cluster)
),

sizes as (
    select
        cluster,
        count(*) + 1 as record_count
    from clusters
    group by cluster
),

int_identity__link_decisions as (
    select
        left_cluster,
        right_cluster,
        weight,
        scored_count,
        left_size,
        right_size,
        greatest_weight,
        greatest_pair,
        answer_balance,
        is_merged
    from trace
    where is_merged
    union all
    select
        apart.left_cluster,
        apart.right_cluster,
        apart.weight,
        apart.scored_count,
        coalesce(left_sizes.record_count, 1) as left_size,
        coalesce(right_sizes.record_count, 1) as right_size,
        apart.greatest_weight,
        apart.greatest_pair,
        apart.answer_balance,
        false as is_merged
    from apart
    left join sizes as left_sizes on apart.left_cluster = left_sizes.cluster
    left join sizes as right_sizes on apart.right_cluster = right_sizes.cluster
)

select * from int_identity__link_decisions
