{{ config(
    enabled=var('scored_matching') and var('match_labels'),
    materialized='fixpoint',
    initial='int_identity__labelled_pairs',
    max_iterations=400,
) }}
-- depends_on: {{ ref('int_identity__labelled_pairs') }}

-- Grain: one row per pair of records with an answer: the clusters that its ends came to, followed
-- merge by merge in the order in which they were made. joining_cluster is the one that went into
-- another in the merge that brought both together, null where none did.
with previous as (select * from {{ firstparty.fixpoint_previous() }}),

links as (select * from {{ ref('int_identity__traced_links') }}),

steps as (
    select
        left_cluster,
        right_cluster,
        merge_round
    from links
    where is_merged
),

met as (
    select
        previous.*,
        left_steps.left_cluster as left_into,
        right_steps.left_cluster as right_into,
        previous.left_cluster <> previous.right_cluster
        and left_steps.merge_round is not null
        and left_steps.merge_round <= coalesce(right_steps.merge_round, 1000000) as left_moves,
        previous.left_cluster <> previous.right_cluster
        and right_steps.merge_round is not null
        and right_steps.merge_round <= coalesce(left_steps.merge_round, 1000000) as right_moves
    from previous
    left join steps as left_steps on previous.left_cluster = left_steps.right_cluster
    left join steps as right_steps on previous.right_cluster = right_steps.right_cluster
),

moved as (
    select
        *,
        case when left_moves then left_into else left_cluster end as new_left,
        case when right_moves then right_into else right_cluster end as new_right
    from met
),

int_identity__label_paths as (
    select
        left_number,
        right_number,
        is_same,
        new_left as left_cluster,
        new_right as right_cluster,
        case
            when joining_cluster is not null or new_left <> new_right then joining_cluster
            when left_moves then left_cluster
            else right_cluster
        end as joining_cluster
    from moved
)

select * from int_identity__label_paths
