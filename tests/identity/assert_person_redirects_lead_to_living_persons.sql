-- A redirect leads from an id that nobody has to one that somebody has: chains are flat.
with redirects as (select * from {{ ref('person_redirects') }}),

persons as (select * from {{ ref('persons') }})

select redirects.retired_person_id
from redirects
left join persons as living on redirects.retired_person_id = living.person_id
left join persons as heirs on redirects.current_person_id = heirs.person_id
where
    living.person_id is not null
    or (redirects.current_person_id is not null and heirs.person_id is null)
