-- One row per line of an order, in its newest delivered state. The order may be missing: it can
-- lie in quarantine or come with a later file, and the line is kept for then.
with

base_shop__order_lines as (
    select * from {{ ref('base_shop__order_lines') }}
),

stg_shop__order_lines as (
    select
        {{ firstparty.clean_identifier('order_line_id') }} as order_line_id,
        {{ firstparty.clean_identifier('order_id') }} as order_id,
        {{ firstparty.clean_identifier('product_id') }} as product_id,
        {{ firstparty.clean_count('quantity') }} as quantity,
        {{ firstparty.clean_amount('unit_price') }} as unit_price_amount,
        _source_file,
        _source_row,
        _row_hash
    from base_shop__order_lines
    where _reason_code is null
)

select * from stg_shop__order_lines
