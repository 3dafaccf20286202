-- Less evidence never joins more: all records of a strict person are of one person.
select strict_person_id
from {{ ref('person_records') }}
group by strict_person_id
having count(distinct person_id) > 1
