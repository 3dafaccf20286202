-- Why are these records one person? Every edge of one person, the strongest first, with its
-- evidence; edges that the graph refused or cut are below them, with the reason. Give the person
-- by var: dbt show --inline "$(cat analyses/why_same.sql)" --vars '{person_id: …}' Without the var
-- it shows the person with the most records.
with edges as (select * from {{ ref('identity_edges') }}),

person_records as (select * from {{ ref('person_records') }}),

persons as (select * from {{ ref('persons') }}),

ranked as (
    select
        person_id,
        row_number() over (order by record_count desc, person_id) as size_rank
    from persons
),

asked as (
    select person_id
    from ranked
    where
        person_id = '{{ var("person_id", "") }}'
        or (size_rank = 1 and '{{ var("person_id", "") }}' = '')
)

select
    person_records.person_id,
    edges.left_record_id,
    edges.right_record_id,
    edges.kind,
    edges.rule,
    edges.weight,
    edges.is_kept,
    edges.refusal_reason,
    edges.evidence
from edges
inner join person_records
    on
        edges.left_record_id = person_records.record_id
        or (edges.right_record_id = person_records.record_id and not edges.is_kept)
inner join asked on person_records.person_id = asked.person_id
order by edges.is_kept desc, edges.weight desc, edges.left_record_id, edges.right_record_id
