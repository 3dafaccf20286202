-- Grain: one row per identifier value that was not allowed to link all its records, and reason.
-- blocked: in the block list, never_linked by somebody, or an agent's own address. over_shared:
-- more persons or records hold it than its rule allows. ambiguous_shared_value: several people use
-- it (a family phone, a tablet); each links within its own names, and the records that could be any
-- of them stay out. left_out_count tells how many records each refusal left without this link.
with identifier_values as (select * from {{ ref('int_identity__identifier_values') }}),

holders as (select * from {{ ref('int_identity__value_holders') }}),

groups as (select * from {{ ref('int_identity__value_groups') }}),

torn as (
    select
        holders.identifier_type,
        holders.identifier_value,
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
        identifier_type,
        identifier_value,
        refusal_reason as reason,
        block_reason as detail,
        record_count,
        likely_person_count,
        record_count as left_out_count
    from identifier_values
    where refusal_reason is not null
    union all
    select
        torn.identifier_type,
        torn.identifier_value,
        'ambiguous_shared_value' as reason,
        cast(null as string) as detail,
        identifier_values.record_count,
        identifier_values.likely_person_count,
        torn.left_out_count
    from torn
    inner join identifier_values
        on
            torn.identifier_type = identifier_values.identifier_type
            and torn.identifier_value = identifier_values.identifier_value
)

select * from refused_identifiers
