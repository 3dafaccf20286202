-- One row per subscription, in its newest delivered state. The biller has one name column; its
-- parts are cut out here, so that names compare with those of other sources. Renewals lie in the
-- future, so only the start is held against the day the build speaks for.
with

base_subscriptions__subscriptions as (
    select * from {{ ref('base_subscriptions__subscriptions') }}
),

located_subscriptions as (
    select
        *,
        {{ firstparty.clean_country('country') }} as country_code
    from base_subscriptions__subscriptions
    where _reason_code is null
),

stg_subscriptions__subscriptions as (
    select
        {{ firstparty.clean_identifier('subscription_id') }} as subscription_id,
        {{ firstparty.record_id(
            'subscriptions', firstparty.clean_identifier('subscription_id')
        ) }} as record_id,
        {{ firstparty.clean_identifier('user_id') }} as user_id,
        {{ firstparty.name_prefix('full_name') }} as name_prefix,
        {{ firstparty.given_name_of('full_name') }} as given_name,
        {{ firstparty.middle_name_of('full_name') }} as middle_name,
        {{ firstparty.family_name_of('full_name') }} as family_name,
        {{ firstparty.name_suffix('full_name') }} as name_suffix,
        {{ firstparty.clean_name('full_name') }} as full_name,
        {{ firstparty.clean_email('email') }} as email,
        {{ firstparty.clean_text('email') }} as email_raw,
        {{ firstparty.clean_postal_code('postal_code', 'country_code') }} as postal_code,
        country_code as country,
        {{ firstparty.clean_identifier('product_id') }} as product_id,
        lower({{ firstparty.clean_text('plan') }}) as plan,
        lower({{ firstparty.clean_text('status') }}) as status,
        {{ firstparty.clean_timestamp('started_at') }} as started_at,
        {{ firstparty.clean_timestamp('renews_at') }} as renews_at,
        {{ firstparty.clean_timestamp('cancelled_at') }} as cancelled_at,
        {{ firstparty.clean_amount('amount') }} as price_amount,
        upper({{ firstparty.clean_text('currency') }}) as currency,
        _source_file,
        _source_row,
        _row_hash
    from located_subscriptions
)

select * from stg_subscriptions__subscriptions
