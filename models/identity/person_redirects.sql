-- Grain: one row per person id ever retired: an id that was given and that no record has now.
-- current_person_id is the person that holds most of the records which left it last: those that
-- left before were split off, and are somebody else. Only where the last are gone, or tie, do the
-- earlier ones count; null when all of them are gone. Worked out from the registry's log at each
-- build, so a chain of merges is always one step long.
with registry as (select * from {{ ref('int_identity__person_registry') }}),

person_records as (select * from {{ ref('person_records') }}),

intervals as (
    select
        record_id,
        person_id,
        is_present,
        lead(valid_from) over (partition by record_id order by revision) as left_at
    from registry
    where evidence_tier = 'all'
),

held as (
    select
        record_id,
        person_id,
        left_at
    from intervals
    where is_present
),

living as (
    select distinct person_id
    from person_records
),

retired as (
    select
        held.person_id,
        held.record_id,
        held.left_at,
        max(held.left_at) over (partition by held.person_id) as retired_at
    from held
    left join living on held.person_id = living.person_id
    where living.person_id is null
),

heirs as (
    select
        retired.person_id,
        person_records.person_id as heir_id,
        max(retired.retired_at) as retired_at,
        count(
            distinct case when retired.left_at = retired.retired_at then retired.record_id end
        ) as last_record_count,
        count(distinct retired.record_id) as record_count
    from retired
    left join person_records on retired.record_id = person_records.record_id
    group by retired.person_id, person_records.person_id
),

ranked as (
    select
        person_id,
        heir_id,
        retired_at,
        row_number() over (
            partition by person_id
            order by
                case when heir_id is null then 1 else 0 end,
                last_record_count desc,
                record_count desc,
                heir_id
        ) as heir_rank
    from heirs
),

person_redirects as (
    select
        person_id as retired_person_id,
        heir_id as current_person_id,
        case when heir_id is null then 'no_records' else 'merged' end as reason,
        retired_at
    from ranked
    where heir_rank = 1
)

select * from person_redirects
