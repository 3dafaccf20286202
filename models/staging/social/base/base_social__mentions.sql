-- One row per raw row of the social listening tool, whole or broken, with the verdict on it. A
-- network's feed is delivered again from the last page on, so the same mention comes with equal
-- content (exact duplicate) or with a sentiment worked out anew; of the latter the one delivered
-- last stands.
{% set erasable = {
    'email': firstparty.clean_email('landed_rows.email'),
} %}
{{ config(
    materialized='landed',
    meta={
        'raw_entity': 'social.mentions',
        'raw_format': 'csv',
        'raw_columns': [
            'mention_id', 'network', 'handle', 'display_name', 'kind', 'body', 'sentiment',
            'occurred_at', 'email',
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
        coalesce(
            {{ firstparty.row_reason(
                'mention_id',
                timestamps=['occurred_at'],
                names=['display_name'],
                email='email',
                erasable=erasable,
            ) }},
            {{ firstparty.unlisted_value_reason('kind', ['mention', 'direct_message']) }}
        ) as _own_reason
    from landed_rows
    {{ firstparty.join_suppressed_identifiers(erasable) }}
),

base_social__mentions as (
    select
        *,
        {{ firstparty.version_reason('mention_id', 'occurred_at') }} as _reason_code
    from checked_rows
)

select * from base_social__mentions
