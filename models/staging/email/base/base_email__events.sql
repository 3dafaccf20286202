-- One row per raw row of the e-mail tool's events, whole or broken, with the verdict on it. An
-- event whose subscriber is erased goes with the subscriber, even where the event itself carries
-- another address or none: the subscriber's own rows are asked for that. The same goes for
-- subscribers that are test accounts.
{% set erasable = {
    'email': firstparty.clean_email('landed_rows.email'),
} %}
{{ config(
    materialized='landed',
    meta={
        'raw_entity': 'email.events',
        'raw_format': 'csv',
        'raw_columns': [
            'event_id', 'subscriber_id', 'email', 'event', 'campaign_id', 'campaign_name', 'url',
            'occurred_at',
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

base_email__subscribers as (
    select * from {{ ref('base_email__subscribers') }}
),

withheld_subscribers as (
    select
        {{ firstparty.clean_identifier('subscriber_id') }} as subscriber_id,
        bool_or(_reason_code = 'erased_subject') as is_erased,
        bool_or(_reason_code = 'test_account') as is_test_account
    from base_email__subscribers
    where _reason_code in ('erased_subject', 'test_account')
    group by {{ firstparty.clean_identifier('subscriber_id') }}
),

checked_rows as (
    select
        landed_rows.*,
        coalesce(
            {{ firstparty.row_reason(
                'event_id',
                timestamps=['occurred_at'],
                email='email',
                erasable=dict(erasable, subscriber='subscriber_id'),
            ) }},
            case when suppressed_by_subscriber.is_test_account then 'test_account' end,
            {{ firstparty.unlisted_value_reason(
                'event', ['send', 'open', 'click', 'bounce', 'unsubscribe', 'complaint']
            ) }}
        ) as _own_reason
    from landed_rows
    {{ firstparty.join_suppressed_identifiers(erasable) }}
    left join withheld_subscribers as suppressed_by_subscriber
        on
            suppressed_by_subscriber.subscriber_id
            = {{ firstparty.clean_identifier('landed_rows.subscriber_id') }}
),

base_email__events as (
    select
        *,
        {{ firstparty.version_reason('event_id', 'occurred_at') }} as _reason_code
    from checked_rows
)

select * from base_email__events
