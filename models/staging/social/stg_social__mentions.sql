-- One row per public mention or direct message. Its record is the account: network and handle,
-- without the leading @ and without regard to case, as the networks themselves compare handles.
-- Equal handles on two networks are two accounts, for anybody may take a name on another network.
-- A display name is the account's own choice and is not split into given and family name: it is no
-- proof of anything.
with

base_social__mentions as (
    select * from {{ ref('base_social__mentions') }}
),

stg_social__mentions as (
    select
        {{ firstparty.clean_identifier('mention_id') }} as mention_id,
        {{ firstparty.record_id('social', "md5(
            lower(" ~ firstparty.clean_text('network') ~ ") || '|'
            || lower(" ~ firstparty.replace_pattern(
                firstparty.clean_identifier('handle'), '^@+', ''
            ) ~ ")
        )") }} as record_id,
        lower({{ firstparty.clean_text('network') }}) as network,
        lower({{ firstparty.replace_pattern(
            firstparty.clean_identifier('handle'), '^@+', ''
        ) }}) as handle,
        {{ firstparty.clean_name('display_name') }} as display_name,
        lower({{ firstparty.clean_text('kind') }}) as kind,
        {{ firstparty.clean_text('body') }} as body,
        lower({{ firstparty.clean_text('sentiment') }}) as sentiment,
        {{ firstparty.clean_timestamp('occurred_at') }} as occurred_at,
        {{ firstparty.clean_email('email') }} as email,
        email as email_raw,
        _source_file,
        _source_row,
        _row_hash
    from base_social__mentions
    where _reason_code is null
)

select * from stg_social__mentions
