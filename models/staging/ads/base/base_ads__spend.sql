-- One row per raw row of the ad platforms' spend, whole or broken, with the verdict on it.
-- Platforms correct a day's figures for weeks and deliver the day again under the same id: the row
-- delivered last stands. A figure that is there and cannot be read puts the row into quarantine:
-- spend read as nothing flatters a campaign. Nobody's data: nothing is suppressed here.
{{ config(
    materialized='landed',
    meta={
        'raw_entity': 'ads.spend',
        'raw_format': 'csv',
        'raw_columns': [
            'spend_id', 'platform', 'campaign_id', 'campaign_name', 'spend_date', 'cost',
            'currency', 'impressions', 'clicks',
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
            'spend_id',
            timestamps=['spend_date'],
            amounts=['cost'],
            counts=['impressions', 'clicks'],
        ) }} as _own_reason
    from landed_rows
),

base_ads__spend as (
    select
        *,
        {{ firstparty.version_reason('spend_id', 'spend_date') }} as _reason_code
    from checked_rows
)

select * from base_ads__spend
