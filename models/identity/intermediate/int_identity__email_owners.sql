{{ config(materialized='maintained', key=['email']) }}
{% call firstparty.affected() -%}
    select identifier_value as email
    from {{ firstparty.changes_of('int_identity__identifier_rows') }}
    where identifier_type in ('email', 'mailbox')
    union all
    select email
    from {{ this }}
    where first_word in (
        select given_key from {{ firstparty.changes_of('int_identity__telling_names') }}
    )
{%- endcall %}

-- Grain: one row per e-mail address, with what its local part says of its owner: its letters
-- (jsmith84@ gives jsmith), and the given name that it begins with, where that is one that people
-- here bear. An order or a newsletter shows an address and no name; on an address that a family
-- shares, the owner's name in it tells whose it most likely is. Names that are as often family
-- names tell nothing.
with identifier_rows as (
    select * from {{ ref('int_identity__identifier_rows') }}
    {{ firstparty.where_affected('identifier_value') }}
),

telling_names as (select * from {{ ref('int_identity__telling_names') }}),

addresses as (
    select distinct identifier_value as email
    from identifier_rows
    where identifier_type in ('email', 'mailbox')
),

parted as (
    select
        email,
        {{ firstparty.letters_only("split_part(split_part(email, '@', 1), '+', 1)") }} as letters,
        {{ firstparty.extract_pattern('email', '^[a-z]{3,}') }} as first_word
    from addresses
),

int_identity__email_owners as (
    select
        parted.email,
        parted.letters,
        parted.first_word,
        telling_names.given_key,
        telling_names.given_canonical
    from parted
    left join telling_names on parted.first_word = telling_names.given_key
)

select * from int_identity__email_owners
