-- One row per receipt of a store. Most receipts name nobody and stay, as sales of nobody known.
-- With a loyalty card the receipt belongs to the card's record, else with an e-mail to a record of
-- its own. A placeholder where a card number should be (0000000000, n/a) is no card: it would make
-- one person of everybody whom the till asked in vain.
with

base_pos__receipts as (
    select * from {{ ref('base_pos__receipts') }}
),

stg_pos__receipts as (
    select
        {{ firstparty.clean_identifier('receipt_id') }} as receipt_id,
        {{ firstparty.clean_identifier('store_id') }} as store_id,
        {{ firstparty.clean_identifier('loyalty_number') }} as loyalty_number,
        coalesce(
            {{ firstparty.record_id('pos:card', firstparty.known_card_number('loyalty_number')) }},
            case
                when {{ firstparty.clean_email('email') }} is not null
                    then {{ firstparty.record_id(
                        'pos:receipt', firstparty.clean_identifier('receipt_id')
                    ) }}
            end
        ) as record_id,
        {{ firstparty.clean_email('email') }} as email,
        {{ firstparty.clean_text('email') }} as email_raw,
        {{ firstparty.clean_timestamp('purchased_at') }} as purchased_at,
        {{ firstparty.clean_amount('total_amount') }} as total_amount,
        upper({{ firstparty.clean_text('currency') }}) as currency,
        {{ firstparty.clean_count('item_count') }} as item_count,
        _source_file,
        _source_row,
        _row_hash
    from base_pos__receipts
    where _reason_code is null
)

select * from stg_pos__receipts
