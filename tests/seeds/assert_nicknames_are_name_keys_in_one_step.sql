-- Nicknames are looked up once by name_key: both columns must be written as that macro writes
-- names, no canonical name may itself be a nickname, and at least 300 forms must be there, so that
-- an emptied seed does not pass.
with nicknames as (select * from {{ ref('nicknames') }}),

malformed as (
    select nickname
    from nicknames
    where
        {{ firstparty.name_key('nickname') }} is distinct from nickname
        or {{ firstparty.name_key('canonical_name') }} is distinct from canonical_name
),

chained as (
    select nicknames.nickname
    from nicknames
    inner join nicknames as next_steps on nicknames.canonical_name = next_steps.nickname
),

too_few as (
    select cast(null as string) as nickname
    from nicknames
    having count(*) < 300
),

assert_nicknames_are_name_keys_in_one_step as (
    select nickname from malformed
    union all
    select nickname from chained
    union all
    select nickname from too_few
)

select * from assert_nicknames_are_name_keys_in_one_step
