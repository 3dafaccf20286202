{{ config(enabled=var('scored_matching') and var('match_labels')) }}

-- Grain: one row per answer about a pair that average link decided on, by merging the clusters of
-- its records or by leaving them apart: the features of that decision, from which the rule on links
-- is learned. An answer about records whose clusters nothing connects is not learned from.
with paths as (select * from {{ ref('int_identity__label_paths') }}),

decisions as (select * from {{ ref('int_identity__link_decisions') }}),

decided as (
    select
        paths.left_number,
        paths.right_number,
        paths.is_same,
        decisions.weight,
        decisions.scored_count,
        decisions.left_size,
        decisions.right_size,
        decisions.greatest_weight
    from paths
    inner join decisions
        on
            decisions.is_merged = (paths.joining_cluster is not null)
            and decisions.right_cluster
            = coalesce(paths.joining_cluster, greatest(paths.left_cluster, paths.right_cluster))
            and (
                decisions.is_merged
                or decisions.left_cluster = least(paths.left_cluster, paths.right_cluster)
            )
),

int_identity__label_events as (
    select
        decided.left_number,
        decided.right_number,
        case when decided.is_same then 1.0 else 0.0 end as answer,
        {{ firstparty.named_columns(firstparty.link_features('decided')) }}
    from decided
)

select * from int_identity__label_events
