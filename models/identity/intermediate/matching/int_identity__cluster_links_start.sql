{{ config(
    enabled=var('scored_matching'),
    materialized='maintained',
    key=['left_cluster', 'right_cluster'],
    key_of='any',
) }}
{% call firstparty.affected() -%}
    with {{ firstparty.changed_pair_ends() }},
    touched as (
        select record_number from changed_pair_ends
        union all
        select record_number from speaking_pair_ends
    )
    select cluster from {{ firstparty.changes_of('int_identity__exact_clusters') }}
    union all
    select cluster
    from {{ ref('int_identity__exact_clusters') }}
    where record_number in (select record_number from touched)
{%- endcall %}

-- Grain: one row per pair of clusters between which pairs of records were compared, before any of
-- them merge (int_identity__exact_clusters): the sum of weights in millionths of a nat, how many of
-- the cross pairs were scored, and the sizes of both. A cluster for which no pair speaks stays
-- alone, and so its pairs are left out.
with

{% if firstparty.is_of_changes() -%}
    affected_records as (
        select record_number from {{ ref('int_identity__exact_clusters') }}
        {{ firstparty.where_affected('cluster') }}
    ),

{% endif -%}
pair_weights as (
    {% if firstparty.is_of_changes() -%}
        {{ firstparty.rows_of_keys(
            ref('int_identity__pair_weights'), ['left_number', 'right_number'], 'affected_records'
        ) }}
    {%- else -%}
        select * from {{ ref('int_identity__pair_weights') }}
    {%- endif %}
),

exact_clusters as (
    select * from {{ ref('int_identity__exact_clusters') }}
    {% if firstparty.is_of_changes() -%}
        where record_number in (
            select pair_weights.left_number from pair_weights
            union
            select pair_weights.right_number from pair_weights
        )
    {%- endif %}
),

likely as (
    select
        left_clusters.cluster as left_cluster,
        right_clusters.cluster as right_cluster
    from pair_weights
    inner join exact_clusters as left_clusters
        on pair_weights.left_number = left_clusters.record_number
    inner join exact_clusters as right_clusters
        on pair_weights.right_number = right_clusters.record_number
    where pair_weights.weight > 0 and left_clusters.cluster <> right_clusters.cluster
),

linked as (
    select left_cluster as cluster
    from likely
    union
    select right_cluster as cluster
    from likely
    {% if firstparty.is_of_changes() -%}
        {% for side in ['left', 'right'] -%}
            union
            select {{ side }}_cluster as cluster
            from {{ this }}
            where
                {{ side }}_cluster in (select exact_clusters.cluster from exact_clusters)
                and {{ side }}_cluster not in (select * from {{ firstparty.affected_keys() }})
        {% endfor -%}
    {%- endif %}
),

placed as (
    select
        exact_clusters.record_number as cluster,
        exact_clusters.cluster as new_cluster,
        exact_clusters.cluster_size as new_size
    from exact_clusters
    inner join linked on exact_clusters.cluster = linked.cluster
),

pair_links as (
    select
        left_number as left_cluster,
        right_number as right_cluster,
        cast(weight as bigint) as weight,
        cast(1 as bigint) as scored_count
    from pair_weights
),

{{ firstparty.summed_links('pair_links', 'placed', is_traced=false) }},

int_identity__cluster_links_start as (
    select
        left_cluster,
        right_cluster,
        weight,
        scored_count,
        left_size,
        right_size,
        false as is_merged
    from summed_links
)

select * from int_identity__cluster_links_start
