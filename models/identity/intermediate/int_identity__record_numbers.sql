{{ config(
    materialized='maintained',
    key=['record_id'],
    reads_before=['int_identity__record_numbers'],
) }}
{% call firstparty.affected() -%}
    select record_id from {{ firstparty.changes_of('int_identity__records') }}
{%- endcall %}

-- Grain: one row per record: its integer for the graph. Numbers are given bucket by bucket of a
-- hash: no machine has to sort all records, and neighbours in the source (a list sorted by name)
-- are far apart in the graph. A record keeps its number for as long as it is there, and new ones
-- come after the greatest: nothing is worked out again because of another record's number. They are
-- dense, save for records that went.
{% set before = firstparty.relation_before('int_identity__record_numbers') -%}

with records as (
    {{ firstparty.affected_rows(ref('int_identity__records'), ['record_id']) }}
),

kept_numbers as (
    {% if before -%}
        select
            kept.record_id,
            kept.record_number
        from {{ before }} as kept
        inner join records on kept.record_id = records.record_id
    {%- else -%}
        select
            cast(null as string) as record_id,
            cast(null as bigint) as record_number
        where false
    {%- endif %}
),

greatest_number as (
    select coalesce(max(record_number), 0) as record_number
    from {{ before or 'kept_numbers' }}
),

new_records as (
    select
        records.record_id,
        substr(md5(records.record_id), 1, 3) as bucket
    from records
    left join kept_numbers on records.record_id = kept_numbers.record_id
    where kept_numbers.record_id is null
),

buckets as (
    select
        bucket,
        sum(count(*)) over (order by bucket) - count(*) as records_before
    from new_records
    group by bucket
),

int_identity__record_numbers as (
    select
        record_id,
        record_number
    from kept_numbers
    union all
    select
        new_records.record_id,
        cast(
            greatest_number.record_number + buckets.records_before + row_number() over (
                partition by new_records.bucket order by new_records.record_id
            ) as bigint
        ) as record_number
    from new_records
    inner join buckets on new_records.bucket = buckets.bucket
    cross join greatest_number
)

select * from int_identity__record_numbers
