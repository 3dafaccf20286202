-- One row per audience: what it is, whom it is for, how large it is, and whether it is within the
-- guards of its destinations. An audience takes the worst status of its destinations; guard_detail
-- names each. A guard flags and does not hold back: platforms refuse small lists themselves, and a
-- list that shrinks must still send its removals.
-- depends_on: {{ ref('activation_gate') }}
with

audience_definitions as (
    select * from {{ ref('int_activation__audience_definitions') }}
),

audience_sizes as (
    select * from {{ ref('int_activation__audience_sizes') }}
),

audience_members as (
    select * from {{ ref('audience_members') }}
),

guard_details as (
    select
        audience,
        candidate_count,
        case guard_status
            when 'above_maximum_share' then 1
            when 'empty' then 2
            when 'below_minimum' then 3
            else 4
        end as severity,
        guard_status,
        destination || ': ' || guard_status
        || ', ' || cast(member_count as string) || ' members'
        || ', minimum ' || cast(minimum_size as string) || ' ' || minimum_size_kind as detail
    from audience_sizes
),

guards as (
    select
        audience,
        max(candidate_count) as candidate_count,
        {{ firstparty.value_at_max('guard_status', '-severity') }} as guard_status,
        {{ firstparty.sorted_text_list('detail', "'; '") }} as guard_detail
    from guard_details
    group by audience
),

person_counts as (
    select
        audience,
        count(distinct person_id) as member_count
    from audience_members
    group by audience
),

definitions as (
    select
        audience,
        max(title) as title,
        max(definition) as definition,
        max(purpose) as purpose,
        max(owner) as owner,
        {{ firstparty.sorted_text_list('destination') }} as destinations
    from audience_definitions
    group by audience
),

audiences as (
    select
        definitions.audience,
        definitions.title,
        definitions.definition,
        definitions.purpose,
        definitions.owner,
        definitions.destinations,
        guards.candidate_count,
        coalesce(person_counts.member_count, 0) as member_count,
        guards.guard_status,
        guards.guard_detail,
        {{ firstparty.as_of() }} as checked_at
    from definitions
    inner join guards on definitions.audience = guards.audience
    left join person_counts on definitions.audience = person_counts.audience
)

select * from audiences
