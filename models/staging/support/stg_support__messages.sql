-- One row per message of a ticket, of the customer or the agent. It belongs to the ticket's
-- requester whoever wrote it: it is part of that person's conversation. The text is personal data
-- from end to end, the agent's answers too, which repeat names and addresses; no column tells who
-- the agent was.
with

base_support__messages as (
    select * from {{ ref('base_support__messages') }}
),

stg_support__messages as (
    select
        {{ firstparty.clean_identifier('message_id') }} as message_id,
        {{ firstparty.record_id(
            'support', firstparty.clean_identifier('ticket_id')
        ) }} as record_id,
        {{ firstparty.clean_identifier('ticket_id') }} as ticket_id,
        lower({{ firstparty.clean_text('sender') }}) as sender,
        {{ firstparty.clean_timestamp('sent_at') }} as sent_at,
        {{ firstparty.clean_text('body') }} as body,
        _source_file,
        _source_row,
        _row_hash
    from base_support__messages
    where _reason_code is null
)

select * from stg_support__messages
