{{ config(enabled=var('scored_matching')) }}

-- Grain: one row per record that went into another's cluster: the cluster it went into first. By
-- average link, or where answers take part by the rule that was learned from them.
{% set links = 'int_identity__learned_links' if var('match_labels') else 'int_identity__cluster_links' -%}

with links as (select * from {{ ref(links) }}),

int_identity__cluster_pointers as (
    select
        right_cluster as record_number,
        left_cluster as cluster
    from links
    where is_merged
)

select * from int_identity__cluster_pointers
