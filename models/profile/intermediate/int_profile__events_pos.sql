-- One row per event in the stores: a purchase at the till, a warranty registered.
-- A receipt is the whole purchase, as the till printed it. Whoever paid cash without card or e-mail
-- left no record: the purchase stays, with nobody known, so that takings add up.
with receipts as (

    select * from {{ ref('stg_pos__receipts') }}

),

warranty_registrations as (

    select * from {{ ref('stg_pos__warranty_registrations') }}

),

receipt_events as (

    select
        'pos.receipts:' || receipt_id as event_id,
        'pos.receipts' as entity,
        record_id,
        'store_purchase_made' as event_kind,
        purchased_at as occurred_at,
        total_amount as amount,
        currency,
        {{ firstparty.source_row_key() }} as source_row_key,
        {{ firstparty.json_object({
            'store_id': 'store_id',
            'item_count': 'item_count',
        }) }} as properties
    from receipts

),

warranty_events as (

    select
        'pos.warranty_registrations:' || registration_id as event_id,
        'pos.warranty_registrations' as entity,
        record_id,
        'warranty_registered' as event_kind,
        coalesce(registered_at, cast(purchased_date as timestamp)) as occurred_at,
        cast(null as decimal(18, 2)) as amount,
        cast(null as string) as currency,
        {{ firstparty.source_row_key() }} as source_row_key,
        {{ firstparty.json_object({
            'product_id': 'product_id',
            'purchased_date': 'cast(purchased_date as string)',
            'has_refused_marketing': 'has_refused_marketing',
        }) }} as properties
    from warranty_registrations

),

int_profile__events_pos as (

    {% for events in ['receipt_events', 'warranty_events'] -%}
        select
            event_id,
            entity,
            record_id,
            event_kind,
            occurred_at,
            amount,
            currency,
            'pos' as source,
            source_row_key,
            properties
        from {{ events }}
        {% if not loop.last %}union all{% endif %}
    {% endfor %}
)

select * from int_profile__events_pos
