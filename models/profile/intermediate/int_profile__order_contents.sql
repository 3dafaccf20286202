-- One row per shop order that has lines: how many lines and units, and which categories.
-- Apart from the orders themselves, so that joining lines can never multiply an order's total.
with order_lines as (

    select * from {{ ref('stg_shop__order_lines') }}

),

products as (

    select * from {{ ref('stg_shop__products') }}

),

int_profile__order_contents as (

    select
        order_lines.order_id,
        count(order_lines.order_line_id) as line_count,
        cast(sum(order_lines.quantity) as bigint) as unit_count,
        {{ firstparty.sorted_text_list('products.category') }} as categories
    from order_lines
    left join products
        on order_lines.product_id = products.product_id
    where order_lines.order_id is not null
    group by order_lines.order_id

)

select * from int_profile__order_contents
