-- One row per raw row of the segments bought from data providers, whole or broken, with the
-- verdict on it. Suppression matters here more than anywhere: a provider sells an erased person
-- again and again.
{% set erasable = {
    'email': firstparty.clean_email('landed_rows.email'),
} %}
{{ config(
    materialized='landed',
    meta={
        'raw_entity': 'ads.bought_segments',
        'raw_format': 'csv',
        'raw_columns': [
            'row_id', 'provider', 'segment_name', 'email', 'bought_at',
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
            'row_id',
            timestamps=['bought_at'],
            email='email',
            erasable=erasable,
        ) }} as _own_reason
    from landed_rows
    {{ firstparty.join_suppressed_identifiers(erasable) }}
),

base_ads__bought_segments as (
    select
        *,
        {{ firstparty.version_reason('row_id', 'bought_at') }} as _reason_code
    from checked_rows
)

select * from base_ads__bought_segments
