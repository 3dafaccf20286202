-- One row per raw row of the shop's order lines, whole or broken, with the verdict on it. A line
-- that names no order belongs nowhere and is put out; one whose order was not delivered stays.
{{ config(
    materialized='landed',
    meta={
        'raw_entity': 'shop.order_lines',
        'raw_format': 'csv',
        'raw_columns': [
            'order_line_id', 'order_id', 'product_id', 'quantity', 'unit_price',
        ],
    },
) }}

with

landed_rows as (
    select * from {{ firstparty.landed_rows() }}
),

checked_rows as (
    select
        landed_rows.*,
        {{ firstparty.row_reason(
            'order_line_id',
            parents=['order_id'],
            amounts=['unit_price'],
            counts=['quantity'],
        ) }} as _own_reason
    from landed_rows
),

base_shop__order_lines as (
    select
        *,
        {{ firstparty.version_reason('order_line_id') }} as _reason_code
    from checked_rows
)

select * from base_shop__order_lines
