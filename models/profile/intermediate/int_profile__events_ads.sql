-- One row per advertising event of a person: a click, a conversion that a platform claims, a
-- third-party segment bought. Spend has no person and is left out; it is read from staging.
-- A conversion names no person: the order that it points to does, and failing that the click.
-- Its amount is the platform's claim, which is why its kind counts as no purchase.
with clicks as (

    select * from {{ ref('stg_ads__clicks') }}

),

conversions as (

    select * from {{ ref('stg_ads__conversions') }}

),

bought_segments as (

    select * from {{ ref('stg_ads__bought_segments') }}

),

orders as (

    select * from {{ ref('stg_shop__orders') }}

),

click_events as (

    select
        'ads.clicks:' || click_id as event_id,
        'ads.clicks' as entity,
        record_id,
        'ad_clicked' as event_kind,
        clicked_at as occurred_at,
        cast(null as decimal(18, 2)) as amount,
        cast(null as string) as currency,
        {{ firstparty.source_row_key() }} as source_row_key,
        {{ firstparty.json_object({
            'platform': 'platform',
            'campaign_id': 'campaign_id',
        }) }} as properties
    from clicks

),

conversion_events as (

    select
        'ads.conversions:' || conversions.conversion_id as event_id,
        'ads.conversions' as entity,
        coalesce(orders.record_id, clicks.record_id) as record_id,
        'ad_conversion_claimed' as event_kind,
        conversions.converted_at as occurred_at,
        conversions.value_amount as amount,
        conversions.currency,
        {{ firstparty.source_row_key('conversions') }} as source_row_key,
        {{ firstparty.json_object({
            'platform': 'conversions.platform',
            'click_id': 'conversions.click_id',
            'order_id': 'conversions.order_id',
            'campaign_id': 'clicks.campaign_id',
        }) }} as properties
    from conversions
    left join orders
        on conversions.order_id = orders.order_id
    left join clicks
        on conversions.click_id = clicks.click_id

),

segment_events as (

    select
        'ads.bought_segments:' || row_id as event_id,
        'ads.bought_segments' as entity,
        record_id,
        'segment_bought' as event_kind,
        bought_at as occurred_at,
        cast(null as decimal(18, 2)) as amount,
        cast(null as string) as currency,
        {{ firstparty.source_row_key() }} as source_row_key,
        {{ firstparty.json_object({
            'provider': 'provider',
            'segment_name': 'segment_name',
        }) }} as properties
    from bought_segments

),

int_profile__events_ads as (

    {% for events in ['click_events', 'conversion_events', 'segment_events'] -%}
        select
            event_id,
            entity,
            record_id,
            event_kind,
            occurred_at,
            amount,
            currency,
            'ads' as source,
            source_row_key,
            properties
        from {{ events }}
        {% if not loop.last %}union all{% endif %}
    {% endfor %}
)

select * from int_profile__events_ads
