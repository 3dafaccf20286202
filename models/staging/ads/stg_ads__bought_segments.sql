-- One row per e-mail address that a data provider sold as a member of a segment. The word of a
-- third party: it makes a person record like any other, and what it says of the person never wins
-- over what the person said.
with

base_ads__bought_segments as (
    select * from {{ ref('base_ads__bought_segments') }}
),

stg_ads__bought_segments as (
    select
        {{ firstparty.clean_identifier('row_id') }} as row_id,
        {{ firstparty.record_id('ads', firstparty.clean_identifier('row_id')) }} as record_id,
        {{ firstparty.clean_text('provider') }} as provider,
        {{ firstparty.clean_text('segment_name') }} as segment_name,
        {{ firstparty.clean_email('email') }} as email,
        email as email_raw,
        {{ firstparty.clean_timestamp('bought_at') }} as bought_at,
        _source_file,
        _source_row,
        _row_hash
    from base_ads__bought_segments
    where _reason_code is null
)

select * from stg_ads__bought_segments
