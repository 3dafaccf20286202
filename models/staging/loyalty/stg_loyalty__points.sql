-- One row per entry of the points account. The entry belongs to the record of its card; one
-- without a readable card number stays, as nobody's.
with

base_loyalty__points as (
    select * from {{ ref('base_loyalty__points') }}
),

stg_loyalty__points as (
    select
        {{ firstparty.clean_identifier('entry_id') }} as entry_id,
        {{ firstparty.clean_identifier('loyalty_number') }} as loyalty_number,
        {{ firstparty.record_id(
            'pos:card', firstparty.known_card_number('loyalty_number')
        ) }} as record_id,
        {{ firstparty.clean_count('points') }} as points_count,
        lower({{ firstparty.clean_text('reason') }}) as reason,
        {{ firstparty.clean_timestamp('occurred_at') }} as occurred_at,
        _source_file,
        _source_row,
        _row_hash
    from base_loyalty__points
    where _reason_code is null
)

select * from stg_loyalty__points
