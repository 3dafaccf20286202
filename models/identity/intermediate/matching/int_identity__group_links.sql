{{ config(enabled=var('scored_matching')) }}

-- Grain: one row per two groups of records between which pairs were compared, after the graph: two
-- persons (is_joined is false), or a part of a person that shared identifiers hold together, and
-- the rest of it (is_joined is true). Sums as average link takes them, the pair of records between
-- both that speaks most for one person, and whether somebody has decided on a pair between them.
with pair_weights as (select * from {{ ref('int_identity__pair_weights') }}),

exact_clusters as (select * from {{ ref('int_identity__exact_clusters') }}),

record_keys as (select * from {{ ref('int_identity__record_keys') }}),

memberships as (
    select * from {{ ref('int_identity__memberships') }}
    where evidence_tier = 'all'
),

overrides as (select * from {{ ref('int_identity__overrides_written') }}),

placed as (
    select
        record_keys.record_number,
        exact_clusters.cluster,
        exact_clusters.cluster_size,
        min(record_keys.record_number) over (partition by memberships.component) as person_number
    from record_keys
    inner join exact_clusters on record_keys.record_number = exact_clusters.record_number
    inner join memberships on record_keys.record_number = memberships.record_number
),

cluster_sizes as (
    select
        person_number,
        cluster,
        max(cluster_size) as cluster_size
    from placed
    group by person_number, cluster
),

person_sizes as (
    select
        person_number,
        cast(sum(cluster_size) as bigint) as person_size
    from cluster_sizes
    group by person_number
),

-- Pairs that were compared, and those that somebody decided on, without a weight.
pairs as (
    select
        left_number,
        right_number,
        cast(weight as bigint) as weight
    from pair_weights
    union all
    select
        left_keys.record_number as left_number,
        right_keys.record_number as right_number,
        cast(null as bigint) as weight
    from overrides
    inner join record_keys as left_keys on overrides.left_record_id = left_keys.record_id
    inner join record_keys as right_keys on overrides.right_record_id = right_keys.record_id
    where overrides.is_understood and not overrides.is_expired
),

placed_pairs as (
    select
        pairs.left_number,
        pairs.right_number,
        pairs.weight,
        left_places.person_number as left_person,
        right_places.person_number as right_person,
        left_places.cluster as left_cluster,
        right_places.cluster as right_cluster
    from pairs
    inner join placed as left_places on pairs.left_number = left_places.record_number
    inner join placed as right_places on pairs.right_number = right_places.record_number
    where left_places.cluster <> right_places.cluster
),

-- A part is known by the person it is in and its cluster; of two whole persons there is none.
sides as (
    select
        least(left_person, right_person) as one_person,
        greatest(left_person, right_person) as other_person,
        cast(null as integer) as part,
        left_number,
        right_number,
        weight
    from placed_pairs
    where left_person <> right_person
    {% for side in ['left', 'right'] -%}
        union all
        select
            left_person as one_person,
            right_person as other_person,
            {{ side }}_cluster as part,
            left_number,
            right_number,
            weight
        from placed_pairs
        where left_person = right_person
    {% endfor %}
),

summed as (
    select
        one_person,
        other_person,
        part,
        cast(sum(weight) as bigint) as weight,
        cast(count(weight) as bigint) as scored_count,
        count(*) > count(weight) as is_decided,
        cast(max(weight) as bigint) as greatest_weight,
        max({{ firstparty.pair_in_order('weight', 'left_number', 'right_number') }})
            as greatest_pair
    from sides
    group by one_person, other_person, part
    having count(weight) > 0
),

int_identity__group_links as (
    select
        summed.one_person,
        summed.other_person,
        summed.part,
        summed.weight,
        summed.scored_count,
        summed.greatest_weight,
        summed.greatest_pair,
        summed.part is not null as is_joined,
        summed.is_decided,
        coalesce(cluster_sizes.cluster_size, one_sizes.person_size) as left_size,
        other_sizes.person_size - coalesce(cluster_sizes.cluster_size, 0) as right_size
    from summed
    inner join person_sizes as one_sizes on summed.one_person = one_sizes.person_number
    inner join person_sizes as other_sizes on summed.other_person = other_sizes.person_number
    left join cluster_sizes
        on summed.one_person = cluster_sizes.person_number and summed.part = cluster_sizes.cluster
)

select * from int_identity__group_links
