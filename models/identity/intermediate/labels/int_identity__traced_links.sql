{{ config(
    enabled=var('scored_matching') and (var('match_labels') or var('pairs_to_label') > 0),
    materialized='fixpoint',
    initial='int_identity__traced_links_start',
    max_iterations=400,
) }}
-- depends_on: {{ ref('int_identity__traced_links_start') }}

-- Grain: as int_identity__cluster_links, whose merges these are: one row per merge of two clusters,
-- with what was known of them when they merged and in which round. An answer about a pair is
-- learned from at the merge that brought its two records together (int_identity__label_events).
with previous as (select * from {{ firstparty.fixpoint_previous() }}),

{{ firstparty.merged_links('previous', firstparty.average_link(), is_traced=true) }}

select * from merged_links
