-- One row per person and trait of what they buy: favourite category, returns. Categories are known
-- for the web shop only, since a till receipt lists no products. Units count, not money: one dear
-- coat is no love of coats. Ties go to the category bought last, then to its name.
with customer_events as (

    select * from {{ ref('customer_events') }}

),

order_lines as (

    select * from {{ ref('stg_shop__order_lines') }}

),

products as (

    select * from {{ ref('stg_shop__products') }}

),

categories as (

    select
        customer_events.person_id,
        products.category,
        count(*) as line_count,
        sum(coalesce(order_lines.quantity, 1)) as unit_count,
        max(customer_events.occurred_at) as last_bought_at
    from customer_events
    inner join order_lines
        on customer_events.event_id = 'shop.orders:' || order_lines.order_id
    inner join products
        on order_lines.product_id = products.product_id
    where
        customer_events.event_kind = 'order_placed'
        and customer_events.person_id is not null
        and customer_events.occurred_at <= {{ firstparty.as_of() }}
        and products.category is not null
    group by customer_events.person_id, products.category

),

ranked_categories as (

    select
        person_id,
        category,
        sum(line_count) over (partition by person_id) as line_count,
        row_number() over (
            partition by person_id
            order by unit_count desc, last_bought_at desc, category
        ) as category_rank
    from categories

),

returns as (

    select
        person_id,
        count(*) as return_count
    from customer_events
    where
        event_kind = 'order_returned'
        and person_id is not null
        and occurred_at <= {{ firstparty.as_of() }}
    group by person_id

),

int_profile__traits_shopping as (

    select
        person_id,
        'favourite_category' as trait_name,
        category as value,
        cast(null as double) as value_number,
        'stg_shop__order_lines: ' || cast(line_count as string) as evidence
    from ranked_categories
    where category_rank = 1
    union all
    select
        person_id,
        'return_count' as trait_name,
        cast(return_count as string) as value,
        cast(return_count as double) as value_number,
        'customer_events: ' || cast(return_count as string) || ' order_returned' as evidence
    from returns

)

select * from int_profile__traits_shopping
