{{ config(group='identity') }}

-- No person holds two birth dates that contradict each other, where that guard is switched on.
-- Dates that somebody forced together are no guarded values.
with person_records as (select * from {{ ref('person_records') }}),

records as (select * from {{ ref('int_identity__record_keys') }}),

guarded_values as (select * from {{ ref('int_identity__guarded_values') }}),

births as (
    select distinct
        person_records.person_id,
        guarded_values.identifier_value as birth_date
    from guarded_values
    inner join records on guarded_values.record_number = records.record_number
    inner join person_records on records.record_id = person_records.record_id
    where guarded_values.identifier_type = 'birth_date'
)

select
    births.person_id,
    count(*) as contradiction_count
from births
inner join births as others
    on births.person_id = others.person_id and births.birth_date < others.birth_date
where {{ firstparty.birth_dates_contradict('births.birth_date', 'others.birth_date') }}
group by births.person_id
