-- One row per order of the shop, in its newest delivered state. An order without an account is a
-- guest's: it makes a person record of its own, known by its e-mail if there is one. A hard-coded
-- word in place of the account (null, -1) is no account: one record for all such orders would make
-- one person of all guests.
with

base_shop__orders as (
    select * from {{ ref('base_shop__orders') }}
),

stg_shop__orders as (
    select
        {{ firstparty.clean_identifier('order_id') }} as order_id,
        {{ firstparty.clean_identifier('customer_id') }} as customer_id,
        coalesce(
            {{ firstparty.record_id('shop', firstparty.known_identifier('customer_id')) }},
            {{ firstparty.record_id('shop:order', firstparty.clean_identifier('order_id')) }}
        ) as record_id,
        {{ firstparty.clean_email('email') }} as email,
        {{ firstparty.clean_text('email') }} as email_raw,
        {{ firstparty.clean_timestamp('ordered_at') }} as ordered_at,
        lower({{ firstparty.clean_text('status') }}) as status,
        upper({{ firstparty.clean_text('currency') }}) as currency,
        {{ firstparty.clean_amount('total_amount') }} as total_amount,
        {{ firstparty.clean_amount('discount_amount') }} as discount_amount,
        {{ firstparty.clean_amount('shipping_amount') }} as shipping_amount,
        upper({{ firstparty.clean_text('coupon_code') }}) as coupon_code,
        lower({{ firstparty.clean_text('channel') }}) as channel,
        _source_file,
        _source_row,
        _row_hash
    from base_shop__orders
    where _reason_code is null
)

select * from stg_shop__orders
