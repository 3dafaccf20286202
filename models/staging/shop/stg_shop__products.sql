-- One row per product, as the newest delivered list has it. Products that left the list stay: old
-- orders name them.
with

base_shop__products as (
    select * from {{ ref('base_shop__products') }}
),

stg_shop__products as (
    select
        {{ firstparty.clean_identifier('product_id') }} as product_id,
        {{ firstparty.clean_text('product_name') }} as product_name,
        lower({{ firstparty.clean_text('category') }}) as category,
        {{ firstparty.clean_amount('price') }} as price_amount,
        upper({{ firstparty.clean_text('currency') }}) as currency,
        _source_file,
        _source_row,
        _row_hash
    from base_shop__products
    where _reason_code is null
)

select * from stg_shop__products
