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
-- against. Each cluster picks its best neighbour with a score above zero; those that picked each
-- other merge, and links add up. So a weak bridge cannot weld two people.
with previous as (select * from {{ firstparty.fixpoint_previous() }}),

{{ firstparty.merged_links('previous', firstparty.average_link(), is_traced=false) }}

select * from merged_links
