{{ config(materialized='maintained', key=['record_id']) }}

-- Grain: one row per staged row of shop orders, store receipts, warranty registrations, loyalty
-- points, subscriptions and their events that names somebody. An order of a customer nobody
-- staged, or a card number seen only on receipts, is a person record too: its events must belong
-- to somebody. Rows without record_id stay out.
with orders as (select * from {{ ref('stg_shop__orders') }}),

receipts as (select * from {{ ref('stg_pos__receipts') }}),

registrations as (select * from {{ ref('stg_pos__warranty_registrations') }}),

points as (select * from {{ ref('stg_loyalty__points') }}),

subscriptions as (select * from {{ ref('stg_subscriptions__subscriptions') }}),

subscription_events as (select * from {{ ref('stg_subscriptions__subscription_events') }}),

int_identity__person_rows_purchases as (
    select {{ firstparty.person_row(firstparty.person_columns(
        ['email'], {'first_seen_at': 'ordered_at', 'last_seen_at': 'ordered_at'},
    )) }}
    from orders
    where record_id is not null
    union all
    select {{ firstparty.person_row(firstparty.person_columns(
        ['loyalty_number', 'email'],
        {'first_seen_at': 'purchased_at', 'last_seen_at': 'purchased_at'},
    )) }}
    from receipts
    where record_id is not null
    union all
    select {{ firstparty.person_row(firstparty.person_columns(
        [
            'given_name', 'family_name', 'email', 'phone', 'street_address', 'city', 'region',
            'postal_code', 'country',
        ],
        {'first_seen_at': 'registered_at', 'last_seen_at': 'registered_at'},
    )) }}
    from registrations
    where record_id is not null
    union all
    select {{ firstparty.person_row(firstparty.person_columns(
        ['loyalty_number'], {'first_seen_at': 'occurred_at', 'last_seen_at': 'occurred_at'},
    )) }}
    from points
    where record_id is not null
    union all
    select {{ firstparty.person_row(firstparty.person_columns(
        ['full_name', 'given_name', 'family_name', 'email', 'postal_code', 'country', 'user_id'],
        {'first_seen_at': 'started_at', 'last_seen_at': 'started_at'},
    )) }}
    from subscriptions
    where record_id is not null
    union all
    select {{ firstparty.person_row(firstparty.person_columns(
        [], {'first_seen_at': 'occurred_at', 'last_seen_at': 'occurred_at'},
    )) }}
    from subscription_events
    where record_id is not null
)

select * from int_identity__person_rows_purchases
