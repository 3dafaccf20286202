{{ config(
    enabled=var('scored_matching') and var('match_labels'),
    materialized='fixpoint',
    initial='int_identity__traced_links_start',
    max_iterations=400,
) }}
-- depends_on: {{ ref('int_identity__traced_links_start') }}

-- Grain: as int_identity__traced_links: one row per merge of two clusters, and per pair of clusters
-- that may yet merge. Here two clusters merge by the rule that was learned from answers, and the
-- answers about their own pairs speak too, each as much as one that is wrong one time in twenty.
-- Without any answer it is average link.
with previous as (select * from {{ firstparty.fixpoint_previous() }}),

link_rule as (select * from {{ ref('int_identity__link_rule') }}),

weighed as (
    select
        previous.*,
        link_rule.answer_count,
        {{ firstparty.link_log_odds('previous', 'link_rule') }} as log_odds
    from previous
    cross join link_rule
),

{{ firstparty.merged_links(
    'weighed',
    'case when answer_count = 0 then ' ~ firstparty.average_link()
    ~ ' else 10000000 * greatest(-400, least(400, log_odds)) end',
    is_traced=true,
) }}

select * from merged_links
