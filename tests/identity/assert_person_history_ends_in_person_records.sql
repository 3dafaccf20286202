-- What person_history says of today is what person_records says.
with history as (select * from {{ ref('person_history') }}),

person_records as (select * from {{ ref('person_records') }}),

current_history as (
    select
        record_id,
        person_id
    from history
    where valid_to is null
)

select
    person_records.record_id,
    current_history.record_id as history_record_id
from person_records
full outer join current_history on person_records.record_id = current_history.record_id
where
    person_records.record_id is null
    or current_history.record_id is null
    or person_records.person_id <> current_history.person_id
