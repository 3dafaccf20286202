-- One row per change that somebody made in the preference centre. It carries a login, an e-mail
-- address, or both; with both, the login was authenticated, which is what lets its grant overrule
-- an earlier denial on another identifier.
with

base_consent__preference_changes as (
    select * from {{ ref('base_consent__preference_changes') }}
),

stg_consent__preference_changes as (
    select
        {{ firstparty.clean_identifier('change_id') }} as change_id,
        {{ firstparty.known_identifier('user_id') }} as user_id,
        {{ firstparty.clean_email('email') }} as email,
        email as email_raw,
        lower({{ firstparty.clean_text('purpose') }}) as purpose,
        lower({{ firstparty.clean_text('channel') }}) as channel,
        lower({{ firstparty.clean_text('action') }}) as action,
        {{ firstparty.clean_timestamp('changed_at') }} as changed_at,
        _source_file,
        _source_row,
        _row_hash
    from base_consent__preference_changes
    where _reason_code is null
)

select * from stg_consent__preference_changes
