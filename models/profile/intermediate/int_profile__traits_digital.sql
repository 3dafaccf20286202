-- One row per person and trait of how they use web site, app and newsletter. The open rate counts
-- campaigns, not opens: who opens one mail five times opened one. An open of a mail whose sending
-- is not on record is left out, so the rate cannot pass 1. Without any send there is no rate.
with customer_events as (

    select * from {{ ref('customer_events') }}

),

web_visits as (

    select * from {{ ref('int_profile__web_visits') }}

),

campaigns as (

    select
        person_id,
        {{ firstparty.json_text('properties', '$.campaign_id') }} as campaign_id,
        max(case when event_kind = 'email_sent' then 1 else 0 end) as was_sent,
        max(case when event_kind = 'email_opened' then 1 else 0 end) as was_opened
    from customer_events
    where
        event_kind in ('email_sent', 'email_opened')
        and person_id is not null
        and occurred_at <= {{ firstparty.as_of() }}
    group by person_id, {{ firstparty.json_text('properties', '$.campaign_id') }}

),

open_rates as (

    select
        person_id,
        count(*) as campaign_count,
        round(cast(sum(was_opened) as double) / count(*), 4) as email_open_rate
    from campaigns
    where was_sent = 1
    group by person_id

),

visits as (

    select
        person_id,
        count(*) as web_visit_count,
        sum(page_view_count) as page_view_count,
        sum(event_count) as event_count
    from web_visits
    group by person_id

),

app_users as (

    select
        person_id,
        count(*) as event_count
    from customer_events
    where
        event_kind = 'app_used'
        and person_id is not null
        and occurred_at <= {{ firstparty.as_of() }}
    group by person_id

),

int_profile__traits_digital as (

    select
        person_id,
        'email_open_rate' as trait_name,
        cast(email_open_rate as string) as value,
        email_open_rate as value_number,
        'customer_events: ' || cast(campaign_count as string) || ' campaigns sent' as evidence
    from open_rates
    union all
    select
        person_id,
        'web_visit_count' as trait_name,
        cast(web_visit_count as string) as value,
        cast(web_visit_count as double) as value_number,
        'customer_events: ' || cast(event_count as string) || ' on the web' as evidence
    from visits
    union all
    select
        person_id,
        'page_view_count' as trait_name,
        cast(page_view_count as string) as value,
        cast(page_view_count as double) as value_number,
        'customer_events: ' || cast(page_view_count as string) || ' page_viewed' as evidence
    from visits
    where page_view_count > 0
    union all
    select
        person_id,
        'is_app_user' as trait_name,
        'true' as value,
        cast(null as double) as value_number,
        'customer_events: ' || cast(event_count as string) || ' app_used' as evidence
    from app_users

)

select * from int_profile__traits_digital
