{{ config(enabled=var('scored_matching')) }}

-- Grain: one row per record that went into another's cluster: the cluster it went into first. By a
-- shared identifier; else by average link, or where answers take part by the rule that was learned
-- from them.
{% set way = 'learned' if var('match_labels') else 'cluster' -%}

with links as (select * from {{ ref('int_identity__' ~ way ~ '_links') }}),

exact_clusters as (select * from {{ ref('int_identity__exact_clusters') }}),

int_identity__cluster_pointers as (
    select
        right_cluster as record_number,
        left_cluster as cluster
    from links
    where is_merged
    union all
    select
        record_number,
        cluster
    from exact_clusters
    where record_number <> cluster
)

select * from int_identity__cluster_pointers
