{{ config(materialized='maintained', key=['record_id']) }}
{% call firstparty.affected() -%}
    select record_id from {{ firstparty.changes_of('int_identity__records') }}
    union all
    select record_id from {{ firstparty.changes_of('int_identity__person_placements') }}
    union all
    select left_record_id from {{ firstparty.changes_of('int_identity__edges_judged') }}
    union all
    select right_record_id from {{ firstparty.changes_of('int_identity__edges_judged') }}
{%- endcall %}

-- Grain: one row per source record: whose it is. person_id rests on all evidence, strict_person_id
-- only on evidence that may be used for advertising. placed_by tells the kind of the record's
-- strongest kept edge (the exact one where two are as strong), confidence its probability; a record
-- without kept edges stands alone, which is certain as far as anything is known.
with records as (
    select * from {{ ref('int_identity__records') }}
    {{ firstparty.where_affected('record_id') }}
),

placements as (select * from {{ ref('int_identity__person_placements') }}),

ends as (
    {% for side, other in [('left', 'right'), ('right', 'left')] -%}
        {{ "union all" if not loop.first }}
        select
            {{ side }}_record_id as record_id,
            {{ other }}_record_id as other_record_id,
            kind,
            weight,
            probability,
            is_kept
        from {{ ref('int_identity__edges_judged') }}
        {{ firstparty.where_affected(side ~ '_record_id') }}
    {% endfor -%}
),

ranked as (
    select
        record_id,
        kind,
        probability,
        row_number() over (
            partition by record_id
            order by
                weight desc,
                case kind when 'exact' then 1 when 'scored' then 2 else 3 end,
                other_record_id
        ) as strength_rank
    from ends
    where is_kept
),

strongest as (
    select
        record_id,
        kind,
        probability
    from ranked
    where strength_rank = 1
),

person_records as (
    select
        records.record_id,
        records.source,
        records.source_record_id,
        placements.person_id,
        placements.strict_person_id,
        coalesce(strongest.kind, 'alone') as placed_by,
        cast(coalesce(strongest.probability, 1.0) as double) as confidence
    from records
    inner join placements on records.record_id = placements.record_id
    left join strongest on records.record_id = strongest.record_id
)

select * from person_records
