{{ config(group='identity') }}

-- No person of several records holds more values of an identifier type than its rule allows.
-- One record alone cannot be cut, whatever it holds.
with person_records as (select * from {{ ref('person_records') }}),

records as (select * from {{ ref('int_identity__record_keys') }}),

guarded_values as (select * from {{ ref('int_identity__guarded_values') }})

select
    person_records.person_id,
    guarded_values.identifier_type
from guarded_values
inner join records on guarded_values.record_number = records.record_number
inner join person_records on records.record_id = person_records.record_id
group by person_records.person_id, guarded_values.identifier_type
having
    count(distinct guarded_values.identifier_value) > max(guarded_values.max_values_per_person)
    and count(distinct records.record_id) > 1
