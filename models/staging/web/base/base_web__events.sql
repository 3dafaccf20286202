-- One row per line of the web site's event stream (Segment spec), whole or broken, with the
-- verdict on it. The fields that the project reads are pulled out of the line by path; everything
-- else stays in `_raw_row`. A collector delivers at least once: an equal line is an exact
-- duplicate, and of two lines with one message id the one received last stands. Late and out-of-
-- order events are normal and staged; only an event without a readable time, or from the future,
-- is not.
{% set erasable = {
    'email': firstparty.clean_email('landed_rows.email'),
    'phone': firstparty.clean_phone('landed_rows.phone', 'cast(null as string)'),
    'user_id': firstparty.clean_identifier('landed_rows.user_id'),
    'anonymous_id': firstparty.clean_identifier('landed_rows.anonymous_id'),
} %}
{{ config(
    materialized='landed',
    meta={
        'raw_entity': 'web.events',
        'raw_format': 'jsonl',
        'raw_columns': [
            'event_id', 'event_type', 'event_name', 'anonymous_id', 'user_id', 'occurred_at',
            'received_at', 'ip', 'user_agent', 'page_path', 'page_url', 'page_title', 'referrer',
            'campaign_source', 'campaign_medium', 'campaign_name', 'device_id', 'device_type',
            'consent_categories', 'properties', 'product_id', 'order_id', 'value', 'currency',
            'email', 'first_name', 'last_name', 'phone',
        ],
        'raw_paths': {
            'event_id': '$.messageId',
            'event_type': '$.type',
            'event_name': '$.event',
            'anonymous_id': '$.anonymousId',
            'user_id': '$.userId',
            'occurred_at': '$.timestamp',
            'received_at': '$.receivedAt',
            'ip': '$.context.ip',
            'user_agent': '$.context.userAgent',
            'page_path': '$.context.page.path',
            'page_url': '$.context.page.url',
            'page_title': '$.context.page.title',
            'referrer': '$.context.page.referrer',
            'campaign_source': '$.context.campaign.source',
            'campaign_medium': '$.context.campaign.medium',
            'campaign_name': '$.context.campaign.name',
            'device_id': '$.context.device.id',
            'device_type': '$.context.device.type',
            'consent_categories': '$.context.consent.categoryPreferences',
            'properties': '$.properties',
            'product_id': '$.properties.product_id',
            'order_id': '$.properties.order_id',
            'value': '$.properties.value',
            'currency': '$.properties.currency',
            'email': '$.traits.email',
            'first_name': '$.traits.firstName',
            'last_name': '$.traits.lastName',
            'phone': '$.traits.phone',
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
        coalesce(
            {{ firstparty.row_reason(
                'event_id',
                timestamps=['occurred_at'],
                names=['first_name', 'last_name'],
                email='email',
                erasable=erasable,
            ) }},
            {{ firstparty.unlisted_value_reason('event_type', ['page', 'track', 'identify']) }}
        ) as _own_reason
    from landed_rows
    {{ firstparty.join_suppressed_identifiers(erasable) }}
),

base_web__events as (
    select
        *,
        {{ firstparty.version_reason('event_id', 'received_at') }} as _reason_code
    from checked_rows
)

select * from base_web__events
