-- Each pair is written once, with the smaller record first.
select
    left_record_id,
    right_record_id
from {{ ref('identity_edges') }}
where left_record_id >= right_record_id
