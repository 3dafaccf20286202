{{ config(enabled=var('scored_matching') and (var('match_labels') or var('pairs_to_label') > 0)) }}

-- Grain: one row per pair of clusters that average link decided on: merged, or left apart at the
-- end though pairs of theirs were compared. With the features of both, and the pair of records
-- that speaks most for one person. These are what answers can be learned from, and be asked about.
with trace as (select * from {{ ref('int_identity__traced_links') }}),

starts as (select * from {{ ref('int_identity__traced_links_start') }}),

clusters as (select * from {{ ref('int_identity__traced_clusters') }}),

ends as (
    select left_cluster as record_number
    from starts
    union
    select right_cluster as record_number
    from starts
),

sizes as (
    select
        cluster,
        count(*) + 1 as record_count
    from clusters
    group by cluster
),

ended as (
    select
        ends.record_number as cluster,
        coalesce(clusters.cluster, ends.record_number) as new_cluster
    from ends
    left join clusters on ends.record_number = clusters.record_number
),

placed as (
    select
        ended.cluster,
        ended.new_cluster,
        coalesce(sizes.record_count, 1) as new_size
    from ended
    left join sizes on ended.new_cluster = sizes.cluster
),

{{ firstparty.summed_links('starts', 'placed', is_traced=true) }},

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
        left_cluster,
        right_cluster,
        weight,
        scored_count,
        left_size,
        right_size,
        greatest_weight,
        greatest_pair,
        answer_balance,
        false as is_merged
    from summed_links
)

select * from int_identity__link_decisions
