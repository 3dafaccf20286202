-- One row per ad click. It belongs to the visitor that the cookie was before anybody logged in.
-- The click id goes into the column of the platform that gave it, for platforms take back only
-- their own: Google calls it gclid and Meta fbclid, and a click id of another platform is in
-- neither.
with

base_ads__clicks as (
    select * from {{ ref('base_ads__clicks') }}
),

stg_ads__clicks as (
    select
        {{ firstparty.clean_identifier('click_id') }} as click_id,
        {{ firstparty.device_record_id(
            'web', firstparty.known_identifier('anonymous_id'), 'cast(null as string)'
        ) }} as record_id,
        lower({{ firstparty.clean_text('platform') }}) as platform,
        case
            when {{ firstparty.matches_pattern('lower(platform)', 'google') }}
                then {{ firstparty.clean_identifier('click_id') }}
        end as gclid,
        case
            when {{ firstparty.matches_pattern('lower(platform)', 'meta|facebook|instagram') }}
                then {{ firstparty.clean_identifier('click_id') }}
        end as fbclid,
        {{ firstparty.clean_identifier('campaign_id') }} as campaign_id,
        {{ firstparty.clean_timestamp('clicked_at') }} as clicked_at,
        {{ firstparty.known_identifier('anonymous_id') }} as anonymous_id,
        {{ firstparty.clean_text('landing_url') }} as landing_url,
        _source_file,
        _source_row,
        _row_hash
    from base_ads__clicks
    where _reason_code is null
)

select * from stg_ads__clicks
