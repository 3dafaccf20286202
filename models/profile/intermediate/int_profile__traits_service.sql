-- One row per person and trait that a standing account gives: tickets open, points, subscription.
-- All as of the build's day: a ticket closed later was open then, and a subscription cancelled
-- later was running. Whoever never had a ticket, points or a subscription has no row, not a zero.
with person_records as (

    select * from {{ ref('person_records') }}

),

tickets as (

    select * from {{ ref('stg_support__tickets') }}

),

points as (

    select * from {{ ref('stg_loyalty__points') }}

),

subscriptions as (

    select * from {{ ref('stg_subscriptions__subscriptions') }}

),

standings as (

    select
        record_id,
        'open_ticket_count' as trait_name,
        case
            when closed_at is null or closed_at > {{ firstparty.as_of() }} then 1 else 0
        end as quantity
    from tickets
    where opened_at <= {{ firstparty.as_of() }}
    union all
    select
        record_id,
        'points_balance' as trait_name,
        points_count as quantity
    from points
    where occurred_at <= {{ firstparty.as_of() }}
    union all
    select
        record_id,
        'has_active_subscription' as trait_name,
        case
            when cancelled_at is null or cancelled_at > {{ firstparty.as_of() }} then 1 else 0
        end as quantity
    from subscriptions
    where started_at <= {{ firstparty.as_of() }}

),

counted as (

    select
        person_records.person_id,
        standings.trait_name,
        count(*) as row_count,
        sum(standings.quantity) as quantity
    from standings
    inner join person_records
        on standings.record_id = person_records.record_id
    group by person_records.person_id, standings.trait_name

),

int_profile__traits_service as (

    select
        person_id,
        trait_name,
        case
            when trait_name <> 'has_active_subscription' then cast(quantity as string)
            when quantity > 0 then 'true'
            else 'false'
        end as value,
        case
            when trait_name <> 'has_active_subscription' then cast(quantity as double)
        end as value_number,
        case trait_name
            when 'open_ticket_count' then 'stg_support__tickets: '
            when 'points_balance' then 'stg_loyalty__points: '
            else 'stg_subscriptions__subscriptions: '
        end || cast(row_count as string) as evidence
    from counted

)

select * from int_profile__traits_service
