{{ config(group='identity') }}

-- No person of several records holds more values of an identifier type than its rule allows, at all
-- or within days of each other. One record alone cannot be cut, whatever it holds.
with person_records as (select * from {{ ref('person_records') }}),

records as (select * from {{ ref('int_identity__record_keys') }}),

guarded_values as (select * from {{ ref('int_identity__guarded_values') }}),

persons_of_several as (
    select person_id
    from person_records
    group by person_id
    having count(*) > 1
),

held_values as (
    select
        person_records.person_id,
        guarded_values.identifier_type,
        guarded_values.identifier_value,
        guarded_values.max_values_per_person,
        guarded_values.first_window_day,
        guarded_values.last_window_day
    from guarded_values
    inner join records on guarded_values.record_number = records.record_number
    inner join person_records on records.record_id = person_records.record_id
    inner join persons_of_several on person_records.person_id = persons_of_several.person_id
),

spans as (
    select
        person_id,
        identifier_type,
        identifier_value,
        max_values_per_person,
        first_window_day,
        last_window_day
    from held_values
    where first_window_day is not null
),

{{ firstparty.crowded_spans('crowded_windows', 'spans', ['person_id']) }}

select
    person_id,
    identifier_type
from held_values
where first_window_day is null
group by person_id, identifier_type
having count(distinct identifier_value) > max(max_values_per_person)
union all
select
    person_id,
    identifier_type
from crowded_windows
