-- One row per message of the web tracker: a page viewed, an action tracked, a visitor identified. A
-- value that the page reported is a claim of the browser: it stays in the properties, and money is
-- counted from the shop's own orders. Network addresses and user agents are left in staging.
with web_events as (

    select * from {{ ref('stg_web__events') }}

),

int_profile__events_web as (

    select
        'web.events:' || event_id as event_id,
        'web.events' as entity,
        record_id,
        case
            when event_type = 'page' then 'page_viewed'
            when event_type = 'track' then 'web_action_tracked'
            when event_type = 'identify' then 'web_visitor_identified'
            else 'web_message_received'
        end as event_kind,
        occurred_at,
        cast(null as decimal(18, 2)) as amount,
        cast(null as string) as currency,
        'web' as source,
        {{ firstparty.source_row_key() }} as source_row_key,
        {{ firstparty.json_object({
            'event_name': 'event_name',
            'page_path': 'page_path',
            'referrer': 'referrer',
            'campaign_source': 'campaign_source',
            'campaign_medium': 'campaign_medium',
            'campaign_name': 'campaign_name',
            'product_id': 'product_id',
            'order_id': 'order_id',
            'value_amount': 'value_amount',
        }) }} as properties
    from web_events

)

select * from int_profile__events_web
