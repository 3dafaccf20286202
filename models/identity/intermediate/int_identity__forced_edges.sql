-- Grain: one row per link in the graph of what somebody said belongs together: between two records
-- that a force_link joins and no never_link forbids, and between such a record and each of its
-- values of which one person may hold only so many. Refused values are left out: two pairs that
-- share a placeholder are not one person. Records are numbered from 1 up, values from -1 down.
with override_links as (select * from {{ ref('int_identity__override_links') }}),

identifiers as (select * from {{ ref('int_identity__identifiers') }}),

records as (select * from {{ ref('int_identity__record_keys') }}),

rules as (select * from {{ ref('identifier_rules') }}),

refused_values as (
    select distinct
        identifier_type,
        identifier_value
    from {{ ref('int_identity__value_holders') }}
    where refusal_reason is not null
),

forced as (
    select
        left_number,
        right_number
    from override_links
    group by left_number, right_number
    having sum(case when override = 'never_link' then 1 else 0 end) = 0
),

ends as (
    select left_number as record_number
    from forced
    union
    select right_number as record_number
    from forced
),

held as (
    select
        records.record_number,
        identifiers.identifier_type,
        identifiers.identifier_value,
        -dense_rank() over (
            order by identifiers.identifier_type, identifiers.identifier_value
        ) as value_number
    from ends
    inner join records on ends.record_number = records.record_number
    inner join identifiers on records.record_id = identifiers.record_id
    inner join rules on identifiers.identifier_type = rules.identifier_type
    left join refused_values
        on
            identifiers.identifier_type = refused_values.identifier_type
            and identifiers.identifier_value = refused_values.identifier_value
    where rules.max_values_per_person is not null and refused_values.identifier_value is null
),

int_identity__forced_edges as (
    select
        cast(left_number as bigint) as left_vertex,
        cast(right_number as bigint) as right_vertex,
        cast(null as string) as identifier_type,
        cast(null as string) as identifier_value
    from forced
    union all
    select
        cast(value_number as bigint) as left_vertex,
        cast(record_number as bigint) as right_vertex,
        identifier_type,
        identifier_value
    from held
)

select * from int_identity__forced_edges
