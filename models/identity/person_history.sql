-- Grain: one row per record and interval in which it belonged to one person; valid_to is null for
-- what holds now, so "whose was this record at t" is valid_from <= t and (valid_to > t or valid_to
-- is null). Built from the registry's log; a placement that was replaced on the very day it was
-- made has no length and is left out.
with registry as (select * from {{ ref('int_identity__person_registry') }}),

intervals as (
    select
        record_id,
        person_id,
        is_present,
        revision,
        valid_from,
        lead(valid_from) over (partition by record_id order by revision) as valid_to
    from registry
    where evidence_tier = 'all'
),

person_history as (
    select
        record_id,
        person_id,
        valid_from,
        valid_to
    from intervals
    where is_present and (valid_to is null or valid_from < valid_to)
)

select * from person_history
