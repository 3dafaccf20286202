-- One row per raw row of the shop's orders, whole or broken, with the verdict on it. An order is
-- exported again whenever its status changes and says nowhere when, so the later file stands.
-- An unreadable, negative or absurd amount puts the row out; an empty one does not.
{% set erasable = {
    'email': firstparty.clean_email('landed_rows.email'),
} %}
{{ config(
    materialized='landed',
    meta={
        'raw_entity': 'shop.orders',
        'raw_format': 'csv',
        'raw_columns': [
            'order_id', 'customer_id', 'email', 'ordered_at', 'status', 'currency',
            'total_amount', 'discount_amount', 'shipping_amount', 'coupon_code', 'channel',
        ],
    },
) }}

with

landed_rows as (
    select * from {{ firstparty.landed_rows() }}
),

suppressed_identifiers as (
    select * from {{ ref('suppressed_identifiers') }}
),

checked_rows as (
    select
        landed_rows.*,
        {{ firstparty.row_reason(
            'order_id',
            timestamps=['ordered_at'],
            amounts=['total_amount', 'discount_amount', 'shipping_amount'],
            email='email',
            erasable=erasable,
        ) }} as _own_reason
    from landed_rows
    {{ firstparty.join_suppressed_identifiers(erasable) }}
),

base_shop__orders as (
    select
        *,
        {{ firstparty.version_reason('order_id') }} as _reason_code
    from checked_rows
)

select * from base_shop__orders
