{{ config(enabled=var('scored_matching')) }}

-- Grain: one row per candidate pair, as a link between two clusters of one record each: the sum of
-- weights in millionths of a nat, how many of the cross pairs were scored, and the sizes of both.
-- A record for which no pair speaks stays alone, and so its pairs are left out.
with pair_weights as (select * from {{ ref('int_identity__pair_weights') }}),

likely as (
    select
        left_number,
        right_number
    from pair_weights
    where weight > 0
),

linked as (
    select left_number as record_number
    from likely
    union
    select right_number as record_number
    from likely
),

int_identity__cluster_links_start as (
    select
        pair_weights.left_number as left_cluster,
        pair_weights.right_number as right_cluster,
        cast(pair_weights.weight as bigint) as weight,
        cast(1 as bigint) as scored_count,
        cast(1 as bigint) as left_size,
        cast(1 as bigint) as right_size,
        false as is_merged
    from pair_weights
    inner join linked as left_linked on pair_weights.left_number = left_linked.record_number
    inner join linked as right_linked on pair_weights.right_number = right_linked.record_number
)

select * from int_identity__cluster_links_start
