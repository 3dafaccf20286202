-- One row per conversion as the ad platform reports it. Two platforms claim the same order as
-- often as not, so the values here add up to more than was sold; order_id and click_id lead to
-- what happened.
with

base_ads__conversions as (
    select * from {{ ref('base_ads__conversions') }}
),

stg_ads__conversions as (
    select
        {{ firstparty.clean_identifier('conversion_id') }} as conversion_id,
        {{ firstparty.clean_identifier('click_id') }} as click_id,
        lower({{ firstparty.clean_text('platform') }}) as platform,
        {{ firstparty.clean_identifier('order_id') }} as order_id,
        {{ firstparty.clean_timestamp('converted_at') }} as converted_at,
        {{ firstparty.clean_amount('value') }} as value_amount,
        upper({{ firstparty.clean_text('currency') }}) as currency,
        _source_file,
        _source_row,
        _row_hash
    from base_ads__conversions
    where _reason_code is null
)

select * from stg_ads__conversions
