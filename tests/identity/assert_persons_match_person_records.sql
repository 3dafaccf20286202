-- Persons and their record counts are those of person_records.
with person_records as (select * from {{ ref('person_records') }}),

persons as (select * from {{ ref('persons') }}),

counted as (
    select
        person_id,
        count(*) as record_count
    from person_records
    group by person_id
)

select
    persons.person_id,
    counted.person_id as counted_person_id
from persons
full outer join counted on persons.person_id = counted.person_id
where
    persons.person_id is null
    or counted.person_id is null
    or persons.record_count <> counted.record_count
