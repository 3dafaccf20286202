{{ config(
    enabled=var('scored_matching'),
    materialized='maintained',
    key=['record_number'],
) }}
{% set way = 'learned' if var('match_labels') else 'cluster' -%}
{% call firstparty.affected() -%}
    select right_cluster as record_number
    from {{ firstparty.changes_of('int_identity__' ~ way ~ '_links') }}
    union all
    select record_number from {{ firstparty.changes_of('int_identity__exact_clusters') }}
{%- endcall %}

-- Grain: one row per record that went into another's cluster: the cluster it went into first. By a
-- shared identifier; else by average link, or where answers take part by the rule that was learned
-- from them.
with links as (select * from {{ ref('int_identity__' ~ way ~ '_links') }}),

exact_clusters as (select * from {{ ref('int_identity__exact_clusters') }}),

pointers as (
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
),

int_identity__cluster_pointers as (
    select * from pointers
    {{ firstparty.where_affected('record_number') }}
)

select * from int_identity__cluster_pointers
