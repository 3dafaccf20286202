{{ config(enabled=var('scored_matching')) }}

-- Grain: one row per record of which the e-mail address or the telephone number was refused: that
-- one says nothing of who somebody is, and is not compared.
with holders as (
    select * from {{ ref('int_identity__value_holders') }}
    where refusal_reason is not null and identifier_type in ('email', 'phone')
),

records as (select * from {{ ref('int_identity__record_keys') }}),

int_identity__refused_texts as (
    select
        holders.record_number,
        max(case when holders.identifier_type = 'email' then 1 else 0 end) = 1 as is_email_refused,
        max(case when holders.identifier_type = 'phone' then 1 else 0 end) = 1 as is_phone_refused
    from holders
    inner join records
        on
            holders.record_number = records.record_number
            and holders.identifier_value
            = case holders.identifier_type when 'email' then records.email else records.phone end
    group by holders.record_number
)

select * from int_identity__refused_texts
