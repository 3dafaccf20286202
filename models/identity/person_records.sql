-- Grain: one row per source record: whose it is. person_id rests on all evidence, strict_person_id
-- only on evidence that may be used for advertising. placed_by tells the kind of the record's
-- strongest kept edge, confidence its probability; a record without kept edges stands alone, which
-- is certain as far as anything is known.
with records as (select * from {{ ref('int_identity__records') }}),

placements as (select * from {{ ref('int_identity__person_placements') }}),

edges as (select * from {{ ref('identity_edges') }}),

ends as (
    select
        left_record_id as record_id,
        kind,
        probability
    from edges
    where is_kept
    union all
    select
        right_record_id as record_id,
        kind,
        probability
    from edges
    where is_kept
),

strongest as (
    select
        record_id,
        max(case kind when 'exact' then 3 when 'scored' then 2 else 1 end) as kind_rank,
        max(probability) as probability
    from ends
    group by record_id
),

person_records as (
    select
        records.record_id,
        records.source,
        records.source_record_id,
        placements.person_id,
        placements.strict_person_id,
        case strongest.kind_rank
            when 3 then 'exact'
            when 2 then 'scored'
            when 1 then 'override'
            else 'alone'
        end as placed_by,
        cast(coalesce(strongest.probability, 1.0) as double) as confidence
    from records
    inner join placements on records.record_id = placements.record_id
    left join strongest on records.record_id = strongest.record_id
)

select * from person_records
