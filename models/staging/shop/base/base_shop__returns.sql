-- One row per raw row of the shop's returns, whole or broken, with the verdict on it. A return that
-- names no order belongs nowhere and is put out. The refund is positive; a negative one is put out,
-- because nobody can tell whether the sign or the amount is wrong.
{{ config(
    materialized='landed',
    meta={
        'raw_entity': 'shop.returns',
        'raw_format': 'csv',
        'raw_columns': [
            'return_id', 'order_id', 'order_line_id', 'returned_at', 'reason', 'refund_amount',
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
            'return_id',
            parents=['order_id'],
            timestamps=['returned_at'],
            amounts=['refund_amount'],
        ) }} as _own_reason
    from landed_rows
),

base_shop__returns as (
    select
        *,
        {{ firstparty.version_reason('return_id') }} as _reason_code
    from checked_rows
)

select * from base_shop__returns
