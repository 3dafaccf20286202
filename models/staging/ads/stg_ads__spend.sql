-- One row per platform, campaign and day, with the figures as last corrected. Money is in the
-- account's currency and not converted. The day is the ad account's own day, which need not be a
-- UTC day.
with

base_ads__spend as (
    select * from {{ ref('base_ads__spend') }}
),

stg_ads__spend as (
    select
        {{ firstparty.clean_identifier('spend_id') }} as spend_id,
        lower({{ firstparty.clean_text('platform') }}) as platform,
        {{ firstparty.clean_identifier('campaign_id') }} as campaign_id,
        {{ firstparty.clean_text('campaign_name') }} as campaign_name,
        cast({{ firstparty.clean_timestamp('spend_date') }} as date) as spend_date,
        {{ firstparty.clean_amount('cost') }} as cost_amount,
        upper({{ firstparty.clean_text('currency') }}) as currency,
        {{ firstparty.clean_count('impressions') }} as impression_count,
        {{ firstparty.clean_count('clicks') }} as click_count,
        _source_file,
        _source_row,
        _row_hash
    from base_ads__spend
    where _reason_code is null
)

select * from stg_ads__spend
