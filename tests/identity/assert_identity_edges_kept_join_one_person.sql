-- A kept edge has both ends in one person; an edge that was not kept says why, and its ends are in
-- two.
with edges as (select * from {{ ref('identity_edges') }}),

person_records as (select * from {{ ref('person_records') }})

select
    edges.left_record_id,
    edges.right_record_id
from edges
inner join person_records as left_records on edges.left_record_id = left_records.record_id
inner join person_records as right_records on edges.right_record_id = right_records.record_id
where
    edges.is_kept <> (left_records.person_id = right_records.person_id)
    or edges.is_kept <> (edges.refusal_reason is null)
