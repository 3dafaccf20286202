{{ config(enabled=var('scored_matching')) }}

-- Grain: one row per candidate pair, as a link between two clusters of one record each: the sum of
-- weights in millionths of a nat, how many of the cross pairs were scored, and the sizes of both.
with pair_weights as (select * from {{ ref('int_identity__pair_weights') }}),

int_identity__cluster_links_start as (
    select
        left_number as left_cluster,
        right_number as right_cluster,
        cast(weight as bigint) as weight,
        cast(1 as bigint) as scored_count,
        cast(1 as bigint) as left_size,
        cast(1 as bigint) as right_size,
        false as is_merged
    from pair_weights
)

select * from int_identity__cluster_links_start
