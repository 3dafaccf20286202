{{ config(group='identity') }}

-- Every record is in person_records exactly once, and nothing else is: the identity layer neither
-- loses nor invents.
with records as (select * from {{ ref('int_identity__records') }}),

person_records as (select * from {{ ref('person_records') }}),

counted as (
    select
        record_id,
        count(*) as row_count
    from person_records
    group by record_id
)

select
    records.record_id as expected_record_id,
    counted.record_id as found_record_id,
    counted.row_count
from records
full outer join counted on records.record_id = counted.record_id
where records.record_id is null or counted.record_id is null or counted.row_count <> 1
