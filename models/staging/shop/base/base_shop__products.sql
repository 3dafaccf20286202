-- One row per raw row of the shop's product list, whole or broken, with the verdict on it. The
-- list is delivered whole each time, so the later file stands.
{{ config(
    materialized='landed',
    meta={
        'raw_entity': 'shop.products',
        'raw_format': 'csv',
        'raw_columns': [
            'product_id', 'product_name', 'category', 'price', 'currency',
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
            'product_id',
            amounts=['price'],
        ) }} as _own_reason
    from landed_rows
),

base_shop__products as (
    select
        *,
        {{ firstparty.version_reason('product_id') }} as _reason_code
    from checked_rows
)

select * from base_shop__products
