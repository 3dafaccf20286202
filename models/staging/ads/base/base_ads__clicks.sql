-- One row per raw row of the ad clicks that landed on the site, whole or broken, with the verdict
-- on it. The key is the platform's own click id. A click knows its visitor by the cookie alone, so
-- suppression can find it by nothing else.
{% set erasable = {
    'anonymous_id': firstparty.clean_identifier('landed_rows.anonymous_id'),
} %}
{{ config(
    materialized='landed',
    meta={
        'raw_entity': 'ads.clicks',
        'raw_format': 'csv',
        'raw_columns': [
            'click_id', 'platform', 'campaign_id', 'clicked_at', 'anonymous_id', 'landing_url',
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
            'click_id',
            timestamps=['clicked_at'],
            erasable=erasable,
        ) }} as _own_reason
    from landed_rows
    {{ firstparty.join_suppressed_identifiers(erasable) }}
),

base_ads__clicks as (
    select
        *,
        {{ firstparty.version_reason('click_id', 'clicked_at') }} as _reason_code
    from checked_rows
)

select * from base_ads__clicks
