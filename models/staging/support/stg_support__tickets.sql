-- One row per ticket, in its newest state. The person of a ticket is its requester; the assignee
-- is an employee and never a customer of this record. Agents who type a ticket in for somebody
-- often leave their own address as the requester's: it is kept here and refused later, by the
-- identity layer's block list, which knows how many records share it.
with

base_support__tickets as (
    select * from {{ ref('base_support__tickets') }}
),

stg_support__tickets as (
    select
        {{ firstparty.clean_identifier('ticket_id') }} as ticket_id,
        {{ firstparty.record_id(
            'support', firstparty.clean_identifier('ticket_id')
        ) }} as record_id,
        {{ firstparty.name_prefix('requester_name') }} as name_prefix,
        {{ firstparty.given_name_of('requester_name') }} as given_name,
        {{ firstparty.middle_name_of('requester_name') }} as middle_name,
        {{ firstparty.family_name_of('requester_name') }} as family_name,
        {{ firstparty.name_suffix('requester_name') }} as name_suffix,
        {{ firstparty.clean_name('requester_name') }} as full_name,
        {{ firstparty.clean_email('requester_email') }} as email,
        requester_email as email_raw,
        {{ firstparty.clean_phone('requester_phone', 'cast(null as string)') }} as phone,
        requester_phone as phone_raw,
        {{ firstparty.known_identifier('user_id') }} as user_id,
        lower({{ firstparty.clean_text('channel') }}) as channel,
        {{ firstparty.clean_text('subject') }} as subject,
        lower({{ firstparty.clean_text('status') }}) as status,
        lower({{ firstparty.clean_text('priority') }}) as priority,
        {{ firstparty.try_cast_to(firstparty.clean_text('csat'), 'double') }} as csat,
        {{ firstparty.clean_timestamp('opened_at') }} as opened_at,
        {{ firstparty.clean_timestamp('closed_at') }} as closed_at,
        {{ firstparty.clean_email('assignee_email') }} as assignee_email,
        _source_file,
        _source_row,
        _row_hash
    from base_support__tickets
    where _reason_code is null
)

select * from stg_support__tickets
