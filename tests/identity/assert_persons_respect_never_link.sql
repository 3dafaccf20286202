{{ config(group='identity') }}

-- A pair with a never_link override in force is never in one person, however many other edges
-- there are.
with override_links as (select * from {{ ref('int_identity__override_links') }}),

person_records as (select * from {{ ref('person_records') }})

select
    override_links.left_record_id,
    override_links.right_record_id
from override_links
inner join person_records as left_records on override_links.left_record_id = left_records.record_id
inner join person_records as right_records
    on override_links.right_record_id = right_records.record_id
where
    override_links.override = 'never_link'
    and left_records.person_id = right_records.person_id
