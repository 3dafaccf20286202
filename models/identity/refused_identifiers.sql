-- Grain: one row per identifier value that was not allowed to link all its records, and reason.
-- blocked: in the block list, never_linked by somebody, or an agent's own address. over_shared:
-- more persons or records hold it than its rule allows. ambiguous_shared_value: several people use
-- it (a family phone, a tablet); each links within its own names, and the records that could be any
-- of them stay out. left_out_count tells how many records each refusal left without this link.
with holders as (select * from {{ ref('int_identity__value_holders') }}),

groups as (select * from {{ ref('int_identity__value_groups') }}),

records as (select * from {{ ref('int_identity__record_keys') }}),

left_out as (
    select
        identifier_type,
        identifier_value,
        refusal_reason as reason,
        block_reason as detail,
        count(*) as left_out_count
    from holders
    where refusal_reason is not null
    group by identifier_type, identifier_value, refusal_reason, block_reason
    union all
    select
        holders.identifier_type,
        holders.identifier_value,
        'ambiguous_shared_value' as reason,
        cast(null as string) as detail,
        count(*) as left_out_count
    from holders
    inner join groups
        on
            holders.identifier_type = groups.identifier_type
            and holders.identifier_value = groups.identifier_value
            and holders.look_number = groups.look_number
    where groups.group_number is null
    group by holders.identifier_type, holders.identifier_value
),

refused_identifiers as (
    select
        left_out.identifier_type,
        left_out.identifier_value,
        left_out.reason,
        left_out.detail,
        count(*) as record_count,
        {{ firstparty.likely_person_count('records') }} as likely_person_count,
        left_out.left_out_count
    from left_out
    inner join holders
        on
            left_out.identifier_type = holders.identifier_type
            and left_out.identifier_value = holders.identifier_value
    inner join records on holders.record_number = records.record_number
    group by
        left_out.identifier_type,
        left_out.identifier_value,
        left_out.reason,
        left_out.detail,
        left_out.left_out_count
)

select * from refused_identifiers
