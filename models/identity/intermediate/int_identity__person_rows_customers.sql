-- Grain: one row per staged row of the sources that keep people as such: crm contacts, shop
-- customers, loyalty members and people files. Several rows may carry one record_id. Sources
-- differ in what they know; person_row gives all of them one shape, so that the next model is a
-- plain union.
with contacts as (select * from {{ ref('stg_crm__contacts') }}),

customers as (select * from {{ ref('stg_shop__customers') }}),

members as (select * from {{ ref('stg_loyalty__members') }}),

people as (select * from {{ ref('stg_people_files__people') }}),

int_identity__person_rows_customers as (
    select {{ firstparty.person_row(firstparty.person_columns(
        [
            'name_prefix', 'given_name', 'middle_name', 'family_name', 'name_suffix', 'birth_date',
            'birth_date_raw', 'gender', 'email', 'email_raw', 'secondary_email', 'phone',
            'phone_raw', 'mobile_phone', 'street_address', 'city', 'region', 'postal_code', 'country', 'company',
        ],
        {'first_seen_at': 'created_at', 'last_seen_at': 'coalesce(updated_at, created_at)'},
    )) }}
    from contacts
    union all
    select {{ firstparty.person_row(firstparty.person_columns(
        [
            'given_name', 'family_name', 'email', 'email_raw', 'phone', 'phone_raw',
            'street_address', 'city', 'region', 'postal_code', 'country', 'user_id',
        ],
        {'first_seen_at': 'created_at', 'last_seen_at': 'coalesce(updated_at, created_at)'},
    )) }}
    from customers
    union all
    select {{ firstparty.person_row(firstparty.person_columns(
        [
            'given_name', 'family_name', 'birth_date', 'birth_date_raw', 'gender', 'email',
            'email_raw', 'phone', 'phone_raw', 'street_address', 'city', 'region', 'postal_code', 'country', 'user_id',
            'loyalty_number',
        ],
        {'first_seen_at': 'joined_at', 'last_seen_at': 'coalesce(updated_at, joined_at)'},
    )) }}
    from members
    union all
    select {{ firstparty.person_row(firstparty.person_columns(
        [
            'name_prefix', 'given_name', 'middle_name', 'family_name', 'name_suffix', 'full_name',
            'birth_date', 'birth_date_raw', 'gender', 'email', 'email_raw', 'phone', 'phone_raw',
            'street_address', 'city', 'region', 'postal_code', 'country', 'company', 'attributes', 'user_id',
            'loyalty_number', 'national_id',
        ],
    )) }}
    from people
)

select * from int_identity__person_rows_customers
