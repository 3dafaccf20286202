-- One row per visit of a person to the web site: its first and last moment and the pages seen. A
-- pause of more than 30 minutes, the trade's usual measure, begins a new visit. A visit belongs to
-- the person, not to the browser: who goes on reading on another device is on the same visit.
with customer_events as (

    select * from {{ ref('customer_events') }}

),

web_events as (

    select
        event_id,
        person_id,
        event_kind,
        occurred_at,
        lag(occurred_at) over (
            partition by person_id
            order by occurred_at, event_id
        ) as previous_at
    from customer_events
    where
        channel = 'web'
        and person_id is not null
        and occurred_at <= {{ firstparty.as_of() }}

),

numbered as (

    select
        event_id,
        person_id,
        event_kind,
        occurred_at,
        sum(
            case
                when previous_at is null then 1
                when occurred_at > previous_at + interval 30 minutes then 1
                else 0
            end
        ) over (
            partition by person_id
            order by occurred_at, event_id
            rows between unbounded preceding and current row
        ) as visit_number
    from web_events

),

int_profile__web_visits as (

    select
        person_id,
        cast(visit_number as bigint) as visit_number,
        min(occurred_at) as started_at,
        max(occurred_at) as ended_at,
        count(*) as event_count,
        sum(case when event_kind = 'page_viewed' then 1 else 0 end) as page_view_count
    from numbered
    group by person_id, visit_number

)

select * from int_profile__web_visits
