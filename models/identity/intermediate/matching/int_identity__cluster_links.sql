{{ config(
    enabled=var('scored_matching'),
    materialized='fixpoint',
    initial='int_identity__cluster_links_start',
    max_iterations=400,
) }}
-- depends_on: {{ ref('int_identity__cluster_links_start') }}

-- Grain: one row per pair of clusters that may yet merge, and one per merge that was made
-- (is_merged: the right one went into the left). Average link: the score of two clusters is the
-- mean weight over all their cross pairs, a pair that was never scored counting as half a nat
-- against. Each cluster picks its best neighbour with a score above zero, of equals the smallest;
-- those that picked each other merge, and links add up. So a weak bridge cannot weld two people.
with previous as (select * from {{ firstparty.fixpoint_previous() }}),

links as (
    select *
    from previous
    where not is_merged
),

scores as (
    select
        left_cluster,
        right_cluster,
        left_size,
        right_size,
        cast(round({{ firstparty.average_link() }}) as bigint) as score
    from links
),

directed as (
    select
        left_cluster as cluster,
        right_cluster as neighbour,
        left_size as cluster_size,
        score
    from scores
    where score > 0
    union all
    select
        right_cluster as cluster,
        left_cluster as neighbour,
        right_size as cluster_size,
        score
    from scores
    where score > 0
),

-- Score and neighbour in one number: the best score, then the smallest neighbour.
choices as (
    select
        cluster,
        max(cluster_size) as cluster_size,
        2147483647 - max(score * 2147483648 + (2147483647 - neighbour)) % 2147483648 as neighbour
    from directed
    group by cluster
),

-- Clusters without a positive neighbour never merge, and their links say nothing of other merges.
placed as (
    select
        choices.cluster,
        case
            when mutual.cluster is not null then least(choices.cluster, mutual.cluster)
            else choices.cluster
        end as new_cluster,
        choices.cluster_size + coalesce(mutual.cluster_size, 0) as new_size
    from choices
    left join choices as mutual
        on choices.neighbour = mutual.cluster and choices.cluster = mutual.neighbour
),

moved as (
    select
        least(left_places.new_cluster, right_places.new_cluster) as left_cluster,
        greatest(left_places.new_cluster, right_places.new_cluster) as right_cluster,
        links.weight,
        links.scored_count,
        case
            when left_places.new_cluster < right_places.new_cluster then left_places.new_size
            else right_places.new_size
        end as left_size,
        case
            when left_places.new_cluster < right_places.new_cluster then right_places.new_size
            else left_places.new_size
        end as right_size
    from links
    inner join placed as left_places on links.left_cluster = left_places.cluster
    inner join placed as right_places on links.right_cluster = right_places.cluster
    where left_places.new_cluster <> right_places.new_cluster
),

int_identity__cluster_links as (
    select
        left_cluster,
        right_cluster,
        cast(sum(weight) as bigint) as weight,
        cast(sum(scored_count) as bigint) as scored_count,
        max(left_size) as left_size,
        max(right_size) as right_size,
        false as is_merged
    from moved
    group by left_cluster, right_cluster
    union all
    select
        new_cluster as left_cluster,
        cluster as right_cluster,
        cast(0 as bigint) as weight,
        cast(0 as bigint) as scored_count,
        cast(0 as bigint) as left_size,
        cast(0 as bigint) as right_size,
        true as is_merged
    from placed
    where new_cluster <> cluster
    union all
    select
        left_cluster,
        right_cluster,
        weight,
        scored_count,
        left_size,
        right_size,
        is_merged
    from previous
    where is_merged
)

select * from int_identity__cluster_links
