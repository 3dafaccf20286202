-- One row per consent event: one identifier, one purpose, one action. The identifier is in the
-- same form as everywhere else, or its keyed hash would match nothing. Nothing is resolved here:
-- which of several events counts is the ledger's and the rules' business. Null channel and vendor
-- mean all; a late event keeps the time it happened and the time it came.
with

base_consent__events as (
    select * from {{ ref('base_consent__events') }}
),

stg_consent__events as (
    select
        {{ firstparty.clean_identifier('event_id') }} as event_id,
        lower({{ firstparty.clean_text('identifier_type') }}) as identifier_type,
        {{ firstparty.canonical_identifier(
            'identifier_type', 'identifier_value', 'country'
        ) }} as identifier_value,
        identifier_value as identifier_value_raw,
        lower({{ firstparty.clean_text('purpose') }}) as purpose,
        lower({{ firstparty.clean_text('channel') }}) as channel,
        lower({{ firstparty.clean_text('vendor') }}) as vendor,
        lower({{ firstparty.clean_text('action') }}) as action,
        lower({{ firstparty.clean_text('legal_basis') }}) as legal_basis,
        upper({{ firstparty.clean_text('jurisdiction') }}) as jurisdiction,
        lower({{ firstparty.clean_text('mechanism') }}) as mechanism,
        {{ firstparty.clean_text('framework_string') }} as framework_string,
        {{ firstparty.clean_text('notice_version') }} as notice_version,
        {{ firstparty.clean_timestamp('occurred_at') }} as occurred_at,
        {{ firstparty.clean_timestamp('received_at') }} as received_at,
        {{ firstparty.clean_timestamp('expires_at') }} as expires_at,
        lower({{ firstparty.clean_text('actor') }}) as actor,
        {{ firstparty.clean_boolean('is_minor') }} as is_minor,
        {{ firstparty.clean_country('country') }} as country,
        _source_file,
        _source_row,
        _row_hash
    from base_consent__events
    where _reason_code is null
)

select * from stg_consent__events
