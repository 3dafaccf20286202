-- One row per line of the service desk's messages, whole or broken, with the verdict on it. A
-- message carries no address of its own, so it goes the way of its ticket: the messages of an
-- erased requester, an agent's answers included, are erased with the ticket, and those of a test
-- account's tickets are nobody's.
{{ config(
    materialized='landed',
    meta={
        'raw_entity': 'support.messages',
        'raw_format': 'jsonl',
        'raw_columns': [
            'message_id', 'ticket_id', 'sender', 'sent_at', 'body',
        ],
    },
) }}

with

landed_rows as (
    select * from {{ firstparty.landed_rows() }}
),

base_support__tickets as (
    select * from {{ ref('base_support__tickets') }}
),

withheld_tickets as (
    select
        {{ firstparty.clean_identifier('ticket_id') }} as ticket_id,
        bool_or(_reason_code = 'erased_subject') as is_erased,
        bool_or(_reason_code = 'test_account') as is_test_account
    from base_support__tickets
    where _reason_code in ('erased_subject', 'test_account')
    group by {{ firstparty.clean_identifier('ticket_id') }}
),

checked_rows as (
    select
        landed_rows.*,
        coalesce(
            {{ firstparty.row_reason(
                'message_id',
                timestamps=['sent_at'],
                erasable={'ticket': 'ticket_id'},
            ) }},
            case when suppressed_by_ticket.is_test_account then 'test_account' end,
            {{ firstparty.unlisted_value_reason('sender', ['customer', 'agent']) }}
        ) as _own_reason
    from landed_rows
    left join withheld_tickets as suppressed_by_ticket
        on
            suppressed_by_ticket.ticket_id
            = {{ firstparty.clean_identifier('landed_rows.ticket_id') }}
),

base_support__messages as (
    select
        *,
        {{ firstparty.version_reason('message_id', 'sent_at') }} as _reason_code
    from checked_rows
)

select * from base_support__messages
