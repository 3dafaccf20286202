-- One row per raw row of the subscriptions, whole or broken, with the verdict on it. A
-- subscription is exported again whenever its state changes and says nowhere when, so the later
-- file stands.
{% set erasable = {
    'email': firstparty.clean_email('landed_rows.email'),
    'user_id': firstparty.clean_identifier('landed_rows.user_id'),
} %}
{{ config(
    materialized='landed',
    meta={
        'raw_entity': 'subscriptions.subscriptions',
        'raw_format': 'csv',
        'raw_columns': [
            'subscription_id', 'user_id', 'email', 'full_name', 'product_id', 'plan', 'status',
            'started_at', 'renews_at', 'cancelled_at', 'amount', 'currency', 'country',
            'postal_code',
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
            'subscription_id',
            timestamps=['started_at'],
            names=['full_name'],
            amounts=['amount'],
            email='email',
            erasable=erasable,
        ) }} as _own_reason
    from landed_rows
    {{ firstparty.join_suppressed_identifiers(erasable) }}
),

base_subscriptions__subscriptions as (
    select
        *,
        {{ firstparty.version_reason('subscription_id') }} as _reason_code
    from checked_rows
)

select * from base_subscriptions__subscriptions
