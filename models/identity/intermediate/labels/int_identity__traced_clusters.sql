{{ config(
    enabled=var('scored_matching') and (var('match_labels') or var('pairs_to_label') > 0),
    materialized='fixpoint',
    initial='int_identity__traced_pointers',
    max_iterations=40,
) }}
-- depends_on: {{ ref('int_identity__traced_pointers') }}

-- Grain: one row per record that went into another's cluster by average link: the cluster it ended
-- in, found by following its own cluster's way, twice as far each round.
with previous as (select * from {{ firstparty.fixpoint_previous() }}),

int_identity__traced_clusters as (
    select
        previous.record_number,
        coalesce(further.cluster, previous.cluster) as cluster
    from previous
    left join previous as further on previous.cluster = further.record_number
)

select * from int_identity__traced_clusters
