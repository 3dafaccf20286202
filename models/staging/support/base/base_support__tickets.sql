-- One row per raw row of the service desk's tickets, whole or broken, with the verdict on it. The
-- tool exports a ticket when it is opened and again when it is closed, without a time of change:
-- the row with the later of the two times stands, and at equal times the one delivered last.
-- Suppression looks at the requester only: an agent who asks to be erased as a customer does not
-- take the tickets of other people along.
{% set erasable = {
    'email': firstparty.clean_email('landed_rows.requester_email'),
    'phone': firstparty.clean_phone('landed_rows.requester_phone', 'cast(null as string)'),
    'user_id': firstparty.clean_identifier('landed_rows.user_id'),
} %}
{{ config(
    materialized='landed',
    meta={
        'raw_entity': 'support.tickets',
        'raw_format': 'csv',
        'raw_columns': [
            'ticket_id', 'requester_name', 'requester_email', 'requester_phone', 'user_id',
            'channel', 'subject', 'status', 'priority', 'csat', 'opened_at', 'closed_at',
            'assignee_email',
        ],
    },
) }}

with

landed_rows as (
    select * from {{ firstparty.landed_rows() }}
),

suppressed_identifiers as (
    select * from {{ ref('suppressed_identifiers') }}
),

checked_rows as (
    select
        landed_rows.*,
        {{ firstparty.row_reason(
            'ticket_id',
            timestamps=['opened_at'],
            names=['requester_name'],
            email='requester_email',
            erasable=erasable,
        ) }} as _own_reason
    from landed_rows
    {{ firstparty.join_suppressed_identifiers(erasable) }}
),

base_support__tickets as (
    select
        *,
        {{ firstparty.version_reason(
            'ticket_id',
            'coalesce(nullif(closed_at, \'\'), opened_at)',
        ) }} as _reason_code
    from checked_rows
)

select * from base_support__tickets
