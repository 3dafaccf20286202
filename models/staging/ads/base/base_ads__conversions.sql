-- One row per raw row of the conversions that ad platforms report, whole or broken, with the
-- verdict on it. A conversion names a click and an order and no person: whose it is, and whether
-- that person is erased, is known through these alone.
{{ config(
    materialized='landed',
    meta={
        'raw_entity': 'ads.conversions',
        'raw_format': 'csv',
        'raw_columns': [
            'conversion_id', 'click_id', 'platform', 'order_id', 'converted_at', 'value',
            'currency',
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
            'conversion_id',
            timestamps=['converted_at'],
            amounts=['value'],
        ) }} as _own_reason
    from landed_rows
),

base_ads__conversions as (
    select
        *,
        {{ firstparty.version_reason('conversion_id', 'converted_at') }} as _reason_code
    from checked_rows
)

select * from base_ads__conversions
