{{ config(materialized='maintained', key=['record_id']) }}

-- Grain: one row per staged row of newsletter subscribers and their events, support tickets and
-- messages, survey responses and social mentions that names somebody. A handle is unique within
-- its network only, so the network is part of the identifier. Messages of agents belong to the
-- ticket's record as well: they say when it was last seen.
with subscribers as (select * from {{ ref('stg_email__subscribers') }}),

email_events as (select * from {{ ref('stg_email__events') }}),

tickets as (select * from {{ ref('stg_support__tickets') }}),

messages as (select * from {{ ref('stg_support__messages') }}),

responses as (select * from {{ ref('stg_survey__responses') }}),

mentions as (select * from {{ ref('stg_social__mentions') }}),

int_identity__person_rows_messages as (
    select {{ firstparty.person_row(firstparty.person_columns(
        ['given_name', 'family_name', 'email', 'country'],
        {'first_seen_at': 'subscribed_at', 'last_seen_at': 'coalesce(updated_at, subscribed_at)'},
    )) }}
    from subscribers
    where record_id is not null
    union all
    select {{ firstparty.person_row(firstparty.person_columns(
        ['email'], {'first_seen_at': 'occurred_at', 'last_seen_at': 'occurred_at'},
    )) }}
    from email_events
    where record_id is not null
    union all
    select {{ firstparty.person_row(firstparty.person_columns(
        ['full_name', 'given_name', 'family_name', 'email', 'phone', 'user_id'],
        {'first_seen_at': 'opened_at', 'last_seen_at': 'coalesce(closed_at, opened_at)'},
    )) }}
    from tickets
    where record_id is not null
    union all
    select {{ firstparty.person_row(firstparty.person_columns(
        [], {'first_seen_at': 'sent_at', 'last_seen_at': 'sent_at'},
    )) }}
    from messages
    where record_id is not null
    union all
    select {{ firstparty.person_row(firstparty.person_columns(
        ['email', 'user_id'], {'first_seen_at': 'responded_at', 'last_seen_at': 'responded_at'},
    )) }}
    from responses
    where record_id is not null
    union all
    select {{ firstparty.person_row(firstparty.person_columns(
        ['email'],
        {
            'full_name': 'display_name',
            'social_handle': "lower(network) || ':' || lower(handle)",
            'first_seen_at': 'occurred_at',
            'last_seen_at': 'occurred_at',
        },
    )) }}
    from mentions
    where record_id is not null
)

select * from int_identity__person_rows_messages
