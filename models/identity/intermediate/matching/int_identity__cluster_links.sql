{{ config(
    enabled=var('scored_matching'),
    materialized='fixpoint',
    key=['left_cluster', 'right_cluster'],
    key_of='any',
    initial='int_identity__cluster_links_start',
    max_iterations=400,
) }}
{% call firstparty.affected() -%}
    {#- Below even odds, clusters may merge of which no pair speaks for one person. -#}
    {%- set may_merge = 'weight > 0' if var('match_threshold') | float >= 0.5 else 'true' -%}
    with recursive neighbours as (
        select left_cluster as cluster, right_cluster as neighbour
        from {{ ref('int_identity__cluster_links_start') }}
        where {{ may_merge }}
        union all
        select right_cluster as cluster, left_cluster as neighbour
        from {{ ref('int_identity__cluster_links_start') }}
        where {{ may_merge }}
    ),
    reached as (
        select left_cluster as cluster from {{ firstparty.changes_of('int_identity__cluster_links_start') }}
        union
        select right_cluster as cluster from {{ firstparty.changes_of('int_identity__cluster_links_start') }}
        union
        select neighbours.neighbour as cluster
        from neighbours
        inner join reached on neighbours.cluster = reached.cluster
    )
    select cluster from reached
{%- endcall %}
-- depends_on: {{ ref('int_identity__cluster_links_start') }}

-- Grain: one row per pair of clusters that may yet merge, and one per merge that was made
-- (is_merged: the right one went into the left). Average link: the score of two clusters is the
-- mean weight over all their cross pairs, a pair that was never scored counting as half a nat
-- against. Each cluster picks its best neighbour with a score above zero; those that picked each
-- other merge, and links add up. So a weak bridge cannot weld two people.
with previous as (select * from {{ firstparty.fixpoint_previous() }}),

{{ firstparty.merged_links('previous', firstparty.average_link(), is_traced=false) }}

select * from merged_links
