-- One row per raw row of the e-mail tool's subscribers, whole or broken, with the verdict on it. A
-- subscriber is exported again whenever anything changes, so of several rows with one id the
-- newest stands. A status that is not in the list is quarantined rather than guessed: read
-- wrongly, it would mail somebody who has unsubscribed.
{% set erasable = {
    'email': firstparty.clean_email('landed_rows.email'),
} %}
{{ config(
    materialized='landed',
    meta={
        'raw_entity': 'email.subscribers',
        'raw_format': 'csv',
        'raw_columns': [
            'subscriber_id', 'email', 'first_name', 'last_name', 'country', 'status', 'list_name',
            'subscribed_at', 'unsubscribed_at', 'updated_at',
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
                'subscriber_id',
                timestamps=['updated_at'],
                names=['first_name', 'last_name'],
                email='email',
                erasable=erasable,
            ) }},
            {{ firstparty.unlisted_value_reason(
                'status', ['subscribed', 'unsubscribed', 'pending', 'bounced', 'complained']
            ) }}
        ) as _own_reason
    from landed_rows
    {{ firstparty.join_suppressed_identifiers(erasable) }}
),

base_email__subscribers as (
    select
        *,
        {{ firstparty.version_reason('subscriber_id', 'updated_at') }} as _reason_code
    from checked_rows
)

select * from base_email__subscribers
