{{ config(enabled=var('scored_matching') and (var('match_labels') or var('pairs_to_label') > 0)) }}

-- Grain: one row per pair of clusters that average link decided on: merged, or left apart at the
-- end though pairs of theirs were compared. With the features of both, and the pair of records
-- that speaks most for one person. These are what answers can be learned from, and be asked about.
{% set columns = firstparty.link_totals(is_traced=true) | reject('eq', 'merge_round') | list -%}

with trace as (select * from {{ ref('int_identity__traced_links') }}),

starts as (select * from {{ ref('int_identity__traced_links_start') }}),

clusters as (select * from {{ ref('int_identity__traced_clusters') }}),

ends as (
    select
        left_cluster as cluster,
        left_size as cluster_size
    from starts
    union
    select
        right_cluster as cluster,
        right_size as cluster_size
    from starts
),

ended as (
    select
        ends.cluster,
        ends.cluster_size,
        coalesce(clusters.cluster, ends.cluster) as new_cluster
    from ends
    left join clusters on ends.cluster = clusters.record_number
),

placed as (
    select
        cluster,
        new_cluster,
        cast(sum(cluster_size) over (partition by new_cluster) as bigint) as new_size
    from ended
),

{{ firstparty.summed_links('starts', 'placed', is_traced=true) }},

int_identity__link_decisions as (
    select
        left_cluster,
        right_cluster,
        {% for column in columns -%}
            {{ column }},
        {% endfor -%}
        is_merged
    from trace
    where is_merged
    union all
    select
        left_cluster,
        right_cluster,
        {% for column in columns -%}
            {{ column }},
        {% endfor -%}
        false as is_merged
    from summed_links
)

select * from int_identity__link_decisions
