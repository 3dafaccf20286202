-- One row for the ids of records, one for the sizes of persons, and one per destination and
-- audience: how much this build moves against the one that was last published, and whether that
-- is more than vars brake_changed_ids, brake_person_records and brake_changed_members allow.
-- Fewer than brake_minimum ids or members never stop a build; one person that grows past its
-- size does. New records and members do not count, nor does a member whom erasure, an objection
-- or a withdrawal takes out: the brake is for mistakes, and a choice is none. Rules and numbers
-- say what moved records; the edges are in identity_moves.
with

persons_before as (
    select * from {{ ref('int_governance__persons_before') }}
),

members_before as (
    select * from {{ ref('int_governance__members_before') }}
),

person_records as (
    select * from {{ ref('person_records') }}
),

eligible_members as (
    select * from {{ ref('int_activation__eligible_members') }}
),

removals_explained as (
    select * from {{ ref('int_activation__removals_explained') }}
),

identity_moves as (
    select * from {{ ref('identity_moves') }}
),

moves_by_rule as (
    select change || ' by ' || rule || ' ' || cast(count(*) as string) as cause
    from identity_moves
    group by change, rule
),

causes as (
    select {{ firstparty.sorted_text_list('cause') }} as causes
    from moves_by_rule
),

changed_ids as (
    select
        'changed_ids' as measure,
        'identity' as subject,
        count(*) as compared_count,
        count(case when person_records.person_id <> persons_before.person_id then 1 end)
            as moved_count,
        {{ var('brake_changed_ids') }} as allowed_share,
        {{ var('brake_minimum') }} as least_count
    from persons_before
    inner join person_records on persons_before.record_id = person_records.record_id
),

sizes_before as (
    select
        person_id,
        count(*) as record_count
    from persons_before
    group by person_id
),

sizes as (
    select
        person_records.person_id,
        count(*) as record_count,
        coalesce(max(sizes_before.record_count), 0) as greatest_count_before
    from person_records
    left join persons_before on person_records.record_id = persons_before.record_id
    left join sizes_before on persons_before.person_id = sizes_before.person_id
    group by person_records.person_id
),

grown_persons as (
    select
        'grown_persons' as measure,
        'identity' as subject,
        count(*) as compared_count,
        count(case
            when
                record_count > {{ var('brake_person_records') }}
                and greatest_count_before <= {{ var('brake_person_records') }}
                then 1
        end) as moved_count,
        0.0 as allowed_share,
        1 as least_count
    from sizes
),

changed_members as (
    select
        'changed_members' as measure,
        members_before.destination || ' / ' || members_before.audience as subject,
        count(*) as compared_count,
        count(case
            when
                eligible_members.person_id is null
                and coalesce(removals_explained.removal_reason, 'exited') = 'exited'
                then 1
        end) as moved_count,
        {{ var('brake_changed_members') }} as allowed_share,
        {{ var('brake_minimum') }} as least_count
    from members_before
    left join eligible_members
        on
            members_before.destination = eligible_members.destination
            and members_before.audience = eligible_members.audience
            and members_before.person_id = eligible_members.person_id
    left join removals_explained
        on
            members_before.destination = removals_explained.destination
            and members_before.person_id = removals_explained.removal_key
    group by members_before.destination, members_before.audience
),

measures as (
    select * from changed_ids
    union all
    select * from grown_persons
    union all
    select * from changed_members
),

int_governance__brake_measures as (
    select
        measures.measure,
        measures.subject,
        measures.compared_count,
        measures.moved_count,
        cast(measures.moved_count as double)
        / nullif(measures.compared_count, 0) as moved_share,
        cast(measures.allowed_share as double) as allowed_share,
        measures.moved_count >= measures.least_count
        and measures.moved_count > measures.allowed_share * measures.compared_count as is_over,
        {{ firstparty.text_literal(var('brake_release')) }} as release_reason,
        causes.causes
    from measures
    cross join causes
)

select * from int_governance__brake_measures
