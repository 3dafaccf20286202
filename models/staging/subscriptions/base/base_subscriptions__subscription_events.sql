-- One row per raw row of what happened to subscriptions, whole or broken, with the verdict on it.
-- An event that names no subscription belongs nowhere and is put out; one whose subscription was
-- not delivered stays.
{{ config(
    materialized='landed',
    meta={
        'raw_entity': 'subscriptions.subscription_events',
        'raw_format': 'csv',
        'raw_columns': [
            'event_id', 'subscription_id', 'event', 'occurred_at', 'amount', 'currency',
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
            'event_id',
            parents=['subscription_id'],
            timestamps=['occurred_at'],
            amounts=['amount'],
        ) }} as _own_reason
    from landed_rows
),

base_subscriptions__subscription_events as (
    select
        *,
        {{ firstparty.version_reason('event_id') }} as _reason_code
    from checked_rows
)

select * from base_subscriptions__subscription_events
