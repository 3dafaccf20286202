-- One row per line of the mobile app's event stream, whole or broken, with the verdict on it.
-- Phones send what they stored once they are online again, often twice: an equal line is an exact
-- duplicate, and of two lines with one event id the one received last stands. Late events are
-- staged; an event without a readable time, or from the future (a phone with a wrong clock), is
-- not.
{% set erasable = {
    'user_id': firstparty.clean_identifier('landed_rows.user_id'),
    'device_id': firstparty.clean_identifier('landed_rows.device_id'),
} %}
{{ config(
    materialized='landed',
    meta={
        'raw_entity': 'app.events',
        'raw_format': 'jsonl',
        'raw_columns': [
            'event_id', 'event_name', 'occurred_at', 'received_at', 'user_id', 'device_id',
            'advertising_id', 'push_token', 'push_enabled', 'os', 'app_version', 'properties',
            'product_id', 'order_id', 'value', 'currency',
        ],
        'raw_paths': {
            'product_id': '$.properties.product_id',
            'order_id': '$.properties.order_id',
            'value': '$.properties.value',
            'currency': '$.properties.currency',
        },
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
            'event_id',
            timestamps=['occurred_at'],
            erasable=erasable,
        ) }} as _own_reason
    from landed_rows
    {{ firstparty.join_suppressed_identifiers(erasable) }}
),

base_app__events as (
    select
        *,
        {{ firstparty.version_reason('event_id', 'received_at') }} as _reason_code
    from checked_rows
)

select * from base_app__events
