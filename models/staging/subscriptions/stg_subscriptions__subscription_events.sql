-- One row per event of a subscription's life: start, renewal, cancellation. It belongs to the
-- record of the subscription.
with

base_subscriptions__subscription_events as (
    select * from {{ ref('base_subscriptions__subscription_events') }}
),

stg_subscriptions__subscription_events as (
    select
        {{ firstparty.clean_identifier('event_id') }} as event_id,
        {{ firstparty.clean_identifier('subscription_id') }} as subscription_id,
        {{ firstparty.record_id(
            'subscriptions', firstparty.clean_identifier('subscription_id')
        ) }} as record_id,
        lower({{ firstparty.clean_text('event') }}) as event_name,
        {{ firstparty.clean_timestamp('occurred_at') }} as occurred_at,
        {{ firstparty.clean_amount('amount') }} as amount,
        upper({{ firstparty.clean_text('currency') }}) as currency,
        _source_file,
        _source_row,
        _row_hash
    from base_subscriptions__subscription_events
    where _reason_code is null
)

select * from stg_subscriptions__subscription_events
