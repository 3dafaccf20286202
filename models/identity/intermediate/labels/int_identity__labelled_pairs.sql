{{ config(enabled=var('scored_matching') and var('match_labels')) }}

-- Grain: one row per pair of records with an answer that takes part, as a path that has not begun:
-- both ends are in clusters of their own (int_identity__label_paths goes on from here).
with labels as (select * from {{ ref('int_identity__match_labels') }}),

int_identity__labelled_pairs as (
    select distinct
        least(left_number, right_number) as left_number,
        greatest(left_number, right_number) as right_number,
        is_same,
        cast(least(left_number, right_number) as bigint) as left_cluster,
        cast(greatest(left_number, right_number) as bigint) as right_cluster,
        cast(null as bigint) as joining_cluster
    from labels
    where unused_reason is null
)

select * from int_identity__labelled_pairs
