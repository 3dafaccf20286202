-- A record has one person at any time.
with history as (select * from {{ ref('person_history') }}),

neighbours as (
    select
        record_id,
        valid_from,
        valid_to,
        lead(valid_from) over (partition by record_id order by valid_from) as next_from
    from history
)

select
    record_id,
    valid_from
from neighbours
where
    valid_to <= valid_from
    or next_from < coalesce(valid_to, cast('9999-12-31 00:00:00' as timestamp))
