-- One row per raw row of the tills' receipts, whole or broken, with the verdict on it. A receipt is
-- never changed; should a number come again with other content, the later file stands.
{% set erasable = {
    'email': firstparty.clean_email('landed_rows.email'),
} %}
{{ config(
    materialized='landed',
    meta={
        'raw_entity': 'pos.receipts',
        'raw_format': 'csv',
        'raw_columns': [
            'receipt_id', 'store_id', 'loyalty_number', 'email', 'purchased_at', 'total_amount',
            'currency', 'item_count',
        ],
    },
) }}

with

landed_rows as (
    select * from {{ firstparty.landed_rows() }}
),

suppressed_identifiers as (
    select * from {{ ref('suppressed_identifiers') }}
),

checked_rows as (
    select
        landed_rows.*,
        {{ firstparty.row_reason(
            'receipt_id',
            timestamps=['purchased_at'],
            amounts=['total_amount'],
            counts=['item_count'],
            email='email',
            erasable=erasable,
        ) }} as _own_reason
    from landed_rows
    {{ firstparty.join_suppressed_identifiers(erasable) }}
),

base_pos__receipts as (
    select
        *,
        {{ firstparty.version_reason('receipt_id') }} as _reason_code
    from checked_rows
)

select * from base_pos__receipts
