-- One row per raw row of the loyalty programme's points, whole or broken, with the verdict on it.
-- An entry is never changed; should an id come again with other content, the later file stands.
-- Negative points are redemptions.
{{ config(
    materialized='landed',
    meta={
        'raw_entity': 'loyalty.points',
        'raw_format': 'csv',
        'raw_columns': [
            'entry_id', 'loyalty_number', 'points', 'reason', 'occurred_at',
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
            'entry_id',
            timestamps=['occurred_at'],
            counts=['points'],
        ) }} as _own_reason
    from landed_rows
),

base_loyalty__points as (
    select
        *,
        {{ firstparty.version_reason('entry_id') }} as _reason_code
    from checked_rows
)

select * from base_loyalty__points
