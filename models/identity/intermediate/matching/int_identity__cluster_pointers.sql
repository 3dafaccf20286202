{{ config(enabled=var('scored_matching')) }}

-- Grain: one row per record that went into another's cluster: the cluster it went into first. By
-- average link, or where answers take part by the rule that was learned from them.
{% set way = 'learned' if var('match_labels') else 'cluster' -%}

with links as (select * from {{ ref('int_identity__' ~ way ~ '_links') }}),

int_identity__cluster_pointers as (
    select
        right_cluster as record_number,
        left_cluster as cluster
    from links
    where is_merged
)

select * from int_identity__cluster_pointers
