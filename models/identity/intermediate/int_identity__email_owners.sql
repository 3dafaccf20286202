-- Grain: one row per e-mail address, with what its local part says of its owner: its letters
-- (jsmith84@ gives jsmith), and the given name that it begins with, where that is one that people
-- here bear. An order or a newsletter shows an address and no name; on an address that a family
-- shares, the owner's name in it tells whose it most likely is. Names that are as often family
-- names tell nothing.
with identifier_rows as (select * from {{ ref('int_identity__identifier_rows') }}),

records as (select * from {{ ref('int_identity__record_keys') }}),

addresses as (
    select distinct identifier_value as email
    from identifier_rows
    where identifier_type in ('email', 'mailbox')
),

given_names as (
    select
        given_key,
        min(given_canonical) as given_canonical,
        count(*) as bearer_count
    from records
    where length(given_key) >= 3
    group by given_key
),

family_names as (
    select
        family_key,
        count(*) as bearer_count
    from records
    where family_key is not null
    group by family_key
),

telling_names as (
    select
        given_names.given_key,
        given_names.given_canonical
    from given_names
    left join family_names on given_names.given_key = family_names.family_key
    where given_names.bearer_count > 3 * coalesce(family_names.bearer_count, 0)
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
        telling_names.given_key,
        telling_names.given_canonical
    from parted
    left join telling_names on parted.first_word = telling_names.given_key
)

select * from int_identity__email_owners
