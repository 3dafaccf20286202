-- A message is staged only while its ticket is not withheld: an erased requester's conversation is
-- gone as a whole. Messages of tickets that never came are staged; nobody is known to object to
-- them.
{{ config(group='staging') }}

with

messages as (
    select * from {{ ref('stg_support__messages') }}
),

base_support__tickets as (
    select * from {{ ref('base_support__tickets') }}
),

withheld_tickets as (
    select distinct {{ firstparty.clean_identifier('ticket_id') }} as ticket_id
    from base_support__tickets
    where _reason_code in ('erased_subject', 'test_account')
)

select
    messages.message_id,
    messages.ticket_id
from messages
inner join withheld_tickets on messages.ticket_id = withheld_tickets.ticket_id
