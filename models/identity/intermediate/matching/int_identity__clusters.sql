{{ config(
    enabled=var('scored_matching'),
    materialized='fixpoint',
    key=['record_number'],
    initial='int_identity__cluster_pointers',
    max_iterations=40,
) }}
{% call firstparty.affected() -%}
    with seeds as (
        select record_number from {{ firstparty.changes_of('int_identity__cluster_pointers') }}
        union
        select cluster from {{ firstparty.changes_of('int_identity__cluster_pointers') }}
    ),
    ends as (
        select record_number from seeds
        union
        select cluster from {{ this }} where record_number in (select record_number from seeds)
    )
    select record_number from seeds
    union all
    select record_number from {{ this }} where cluster in (select record_number from ends)
{%- endcall %}
-- depends_on: {{ ref('int_identity__cluster_pointers') }}

-- Grain: one row per record that went into another's cluster: the cluster it ended in, found by
-- following its own cluster's way, twice as far each round.
with previous as (select * from {{ firstparty.fixpoint_previous() }}),

int_identity__clusters as (
    select
        previous.record_number,
        coalesce(further.cluster, previous.cluster) as cluster
    from previous
    left join previous as further on previous.cluster = further.record_number
)

select * from int_identity__clusters
