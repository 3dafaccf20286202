-- One row per return, in its newest delivered state. Whose return it is follows from the order.
with

base_shop__returns as (
    select * from {{ ref('base_shop__returns') }}
),

stg_shop__returns as (
    select
        {{ firstparty.clean_identifier('return_id') }} as return_id,
        {{ firstparty.clean_identifier('order_id') }} as order_id,
        {{ firstparty.clean_identifier('order_line_id') }} as order_line_id,
        {{ firstparty.clean_timestamp('returned_at') }} as returned_at,
        lower({{ firstparty.clean_text('reason') }}) as reason,
        {{ firstparty.clean_amount('refund_amount') }} as refund_amount,
        _source_file,
        _source_row,
        _row_hash
    from base_shop__returns
    where _reason_code is null
)

select * from stg_shop__returns
