-- One row per pair of records with evidence that tells why persons are others than in the build
-- that was last published: an edge that joins what were two persons, or one that was cut inside
-- what was one. What to look at when the brake stops a build.
with

persons_before as (
    select * from {{ ref('int_governance__persons_before') }}
),

identity_edges as (
    select * from {{ ref('identity_edges') }}
),

sizes_before as (
    select
        person_id,
        count(*) as record_count
    from persons_before
    group by person_id
),

identity_moves as (
    select
        identity_edges.left_record_id,
        identity_edges.right_record_id,
        case when identity_edges.is_kept then 'joined' else 'parted' end as change,
        left_before.person_id as left_person_before,
        right_before.person_id as right_person_before,
        least(left_sizes.record_count, right_sizes.record_count) as record_count,
        identity_edges.kind,
        identity_edges.rule,
        identity_edges.weight,
        identity_edges.refusal_reason,
        identity_edges.evidence
    from identity_edges
    inner join persons_before as left_before
        on identity_edges.left_record_id = left_before.record_id
    inner join persons_before as right_before
        on identity_edges.right_record_id = right_before.record_id
    inner join sizes_before as left_sizes on left_before.person_id = left_sizes.person_id
    inner join sizes_before as right_sizes on right_before.person_id = right_sizes.person_id
    where (left_before.person_id = right_before.person_id) <> identity_edges.is_kept
)

select * from identity_moves
