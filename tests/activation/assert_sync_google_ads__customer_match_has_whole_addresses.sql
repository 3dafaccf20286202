-- Google takes an address with all of its four parts or not at all, and a row without any
-- identifier matches nobody.
with

sync_google_ads__customer_match as (
    select * from {{ ref('sync_google_ads__customer_match') }}
),

counted as (
    select
        activation_row_id,
        {{ firstparty.header('Email') }} as email_digest,
        {{ firstparty.header('Phone') }} as phone_digest,
        count({{ firstparty.header('First Name') }}) + count({{ firstparty.header('Last Name') }})
        + count({{ firstparty.header('Country') }}) + count({{ firstparty.header('Zip') }})
            as part_count
    from sync_google_ads__customer_match
    group by activation_row_id, {{ firstparty.header('Email') }}, {{ firstparty.header('Phone') }}
)

select
    activation_row_id,
    part_count
from counted
where
    part_count not in (0, 4)
    or (part_count = 0 and email_digest is null and phone_digest is null)
