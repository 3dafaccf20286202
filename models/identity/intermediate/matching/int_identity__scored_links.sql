{{ config(enabled=var('scored_matching')) }}

-- Grain: one row per pair whose weight speaks for one person. is_kept: both ends came into one
-- cluster; the others were too weak a bridge.
with pair_weights as (select * from {{ ref('int_identity__pair_weights') }}),

clusters as (select * from {{ ref('int_identity__clusters') }}),

records as (select * from {{ ref('int_identity__match_records') }}),

likely as (
    select *
    from pair_weights
    where weight > 0
),

int_identity__scored_links as (
    select
        least(left_records.record_id, right_records.record_id) as left_record_id,
        greatest(left_records.record_id, right_records.record_id) as right_record_id,
        case
            when left_records.record_id < right_records.record_id then likely.left_number
            else likely.right_number
        end as left_number,
        case
            when left_records.record_id < right_records.record_id then likely.right_number
            else likely.left_number
        end as right_number,
        likely.pattern,
        likely.weight / 1e6 as weight,
        coalesce(left_clusters.cluster, likely.left_number)
        = coalesce(right_clusters.cluster, likely.right_number) as is_kept
    from likely
    inner join records as left_records on likely.left_number = left_records.record_number
    inner join records as right_records on likely.right_number = right_records.record_number
    left join clusters as left_clusters on likely.left_number = left_clusters.record_number
    left join clusters as right_clusters on likely.right_number = right_clusters.record_number
)

select * from int_identity__scored_links
