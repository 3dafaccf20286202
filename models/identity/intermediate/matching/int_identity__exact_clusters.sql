{{ config(
    enabled=var('scored_matching'),
    materialized='maintained',
    key=['record_number'],
) }}
{% call firstparty.affected() -%}
    with touched as (
        select vertex as record_number from {{ firstparty.changes_of('int_identity__exact_components') }}
        union all
        select parent from {{ firstparty.changes_of('int_identity__exact_components') }}
        union all
        select record_number from {{ firstparty.changes_of('int_identity__match_records') }}
        union all
        select record_number from {{ firstparty.changes_of('int_identity__record_keys') }}
    ),
    touched_components as (
        select record_number as component from touched
        union all
        select parent
        from {{ ref('int_identity__exact_components') }}
        where vertex in (select record_number from touched)
    )
    select record_number from touched
    union all
    select vertex
    from {{ ref('int_identity__exact_components') }}
    where parent in (select component from touched_components)
{%- endcall %}

-- Grain: one row per record: the cluster that average link starts from: all records that shared
-- identifiers join, named after the smallest that is compared. So scores join or part whole
-- persons: one pair that looks alike does not weld two people of whom ten other pairs tell apart.
-- cluster_size counts the records that are compared; the others say nothing of who anybody is.
with record_keys as (select * from {{ ref('int_identity__record_keys') }}),

components as (select * from {{ ref('int_identity__exact_components') }}),

match_records as (select * from {{ ref('int_identity__match_records') }}),

placed as (
    select
        record_keys.record_number,
        coalesce(components.parent, record_keys.record_number) as component,
        match_records.record_number is not null as is_compared
    from record_keys
    left join components on record_keys.record_number = components.vertex
    left join match_records on record_keys.record_number = match_records.record_number
    {{ firstparty.where_affected('record_keys.record_number') }}
),

clusters as (
    select
        component,
        coalesce(min(case when is_compared then record_number end), min(record_number)) as cluster,
        greatest(sum(case when is_compared then 1 else 0 end), 1) as cluster_size
    from placed
    group by component
),

int_identity__exact_clusters as (
    select
        cast(placed.record_number as integer) as record_number,
        cast(clusters.cluster as integer) as cluster,
        cast(clusters.cluster_size as bigint) as cluster_size
    from placed
    inner join clusters on placed.component = clusters.component
)

select * from int_identity__exact_clusters
