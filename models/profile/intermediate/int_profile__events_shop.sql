-- One row per event of the web shop: an account opened, an order placed or cancelled, a return.
-- An order is one event that carries its total; its lines are counted into the properties, so that
-- revenue is never summed twice. A return takes person and currency from its order; a return whose
-- order never arrived stays, with nobody known.
with customers as (

    select * from {{ ref('stg_shop__customers') }}

),

orders as (

    select * from {{ ref('stg_shop__orders') }}

),

order_contents as (

    select * from {{ ref('int_profile__order_contents') }}

),

returns as (

    select * from {{ ref('stg_shop__returns') }}

),

account_events as (

    select
        'shop.customers:' || customer_id as event_id,
        'shop.customers' as entity,
        record_id,
        'account_opened' as event_kind,
        created_at as occurred_at,
        cast(null as decimal(18, 2)) as amount,
        cast(null as string) as currency,
        {{ firstparty.source_row_key() }} as source_row_key,
        {{ firstparty.json_object({'accepts_marketing': 'accepts_marketing'}) }} as properties
    from customers
    where created_at is not null

),

order_events as (

    select
        'shop.orders:' || orders.order_id as event_id,
        'shop.orders' as entity,
        orders.record_id,
        case
            when lower(orders.status) in ('cancelled', 'canceled') then 'order_cancelled'
            else 'order_placed'
        end as event_kind,
        orders.ordered_at as occurred_at,
        orders.total_amount as amount,
        orders.currency,
        {{ firstparty.source_row_key('orders') }} as source_row_key,
        {{ firstparty.json_object({
            'order_id': 'orders.order_id',
            'status': 'orders.status',
            'sales_channel': 'orders.channel',
            'discount_amount': 'orders.discount_amount',
            'shipping_amount': 'orders.shipping_amount',
            'coupon_code': 'orders.coupon_code',
            'line_count': 'order_contents.line_count',
            'unit_count': 'order_contents.unit_count',
            'categories': 'order_contents.categories',
        }) }} as properties
    from orders
    left join order_contents
        on orders.order_id = order_contents.order_id

),

return_events as (

    select
        'shop.returns:' || returns.return_id as event_id,
        'shop.returns' as entity,
        orders.record_id,
        'order_returned' as event_kind,
        returns.returned_at as occurred_at,
        returns.refund_amount as amount,
        orders.currency,
        {{ firstparty.source_row_key('returns') }} as source_row_key,
        {{ firstparty.json_object({
            'order_id': 'returns.order_id',
            'order_line_id': 'returns.order_line_id',
            'reason': 'returns.reason',
        }) }} as properties
    from returns
    left join orders
        on returns.order_id = orders.order_id

),

int_profile__events_shop as (

    {% for events in ['account_events', 'order_events', 'return_events'] -%}
        select
            event_id,
            entity,
            record_id,
            event_kind,
            occurred_at,
            amount,
            currency,
            'shop' as source,
            source_row_key,
            properties
        from {{ events }}
        {% if not loop.last %}union all{% endif %}
    {% endfor %}
)

select * from int_profile__events_shop
