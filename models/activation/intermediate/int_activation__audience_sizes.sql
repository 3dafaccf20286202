-- One row per destination and audience: how many people an audience selects, how many of them may
-- be uploaded, and whether that is within the guards. The minimum is the destination's own and not
-- all minima are of one kind, so the kind stands beside the number. An audience above its share of
-- all known customers is more often a broken filter than a success.
with

audience_definitions as (
    select * from {{ ref('int_activation__audience_definitions') }}
),

destinations as (
    select * from {{ ref('destinations') }}
),

audience_candidates as (
    select * from {{ ref('int_activation__audience_candidates') }}
),

audience_members as (
    select * from {{ ref('audience_members') }}
),

customer_profiles as (
    select * from {{ ref('customer_profiles') }}
),

candidate_counts as (
    select
        destination,
        audience,
        count(*) as candidate_count
    from audience_candidates
    group by destination, audience
),

member_counts as (
    select
        destination,
        audience,
        count(*) as member_count
    from audience_members
    group by destination, audience
),

known_customers as (
    select count(*) as customer_count
    from customer_profiles
    where not is_anonymous
),

sizes as (
    select
        audience_definitions.destination,
        audience_definitions.audience,
        audience_definitions.maximum_share,
        coalesce(candidate_counts.candidate_count, 0) as candidate_count,
        coalesce(member_counts.member_count, 0) as member_count,
        destinations.minimum_size,
        destinations.minimum_size_kind,
        known_customers.customer_count
    from audience_definitions
    inner join destinations on audience_definitions.destination = destinations.destination
    cross join known_customers
    left join candidate_counts
        on
            audience_definitions.destination = candidate_counts.destination
            and audience_definitions.audience = candidate_counts.audience
    left join member_counts
        on
            audience_definitions.destination = member_counts.destination
            and audience_definitions.audience = member_counts.audience
),

int_activation__audience_sizes as (
    select
        destination,
        audience,
        candidate_count,
        member_count,
        minimum_size,
        minimum_size_kind,
        case
            when candidate_count > maximum_share * customer_count then 'above_maximum_share'
            when member_count = 0 then 'empty'
            when member_count < minimum_size then 'below_minimum'
            else 'within_limits'
        end as guard_status
    from sizes
)

select * from int_activation__audience_sizes
