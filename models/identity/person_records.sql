{{ config(
    materialized='maintained', key=['record_id'], lasting=['int_identity__person_registry'],
) }}
{% call firstparty.affected() -%}
    select record_id from {{ firstparty.changes_of('int_identity__records') }}
    union all
    select record_id
    from {{ ref('int_identity__record_numbers') }}
    where record_number in (
        select left_vertex from {{ firstparty.changes_of('int_identity__edges_judged') }}
        union all
        select right_vertex from {{ firstparty.changes_of('int_identity__edges_judged') }}
        union all
        select placed_anew.record_number
        from ({{ firstparty.records_to_place() }}) as placed_anew
    )
{%- endcall %}

-- Grain: one row per source record: whose it is. person_id rests on all evidence, strict_person_id
-- only on evidence that may be used for advertising. placed_by tells the kind of the record's
-- strongest kept edge (the exact one where two are as strong), confidence its probability; a record
-- without kept edges stands alone, which is certain as far as anything is known. Ids are worked out
-- from what the registry's latest rows were made from, by number, which is quicker than to read
-- them; and after them, so that no id is given out before it is remembered.
-- depends_on: {{ ref('int_identity__person_registry') }}
with records as (
    select * from {{ ref('int_identity__records') }}
    {{ firstparty.where_affected('record_id') }}
),

numbers as (
    select * from {{ ref('int_identity__record_numbers') }}
    {{ firstparty.where_affected('record_id') }}
),

memberships as (
    select * from {{ ref('int_identity__memberships') }}
    {% if firstparty.is_of_changes() -%}
        where record_number in (select numbers.record_number from numbers)
    {%- endif %}
),

founders as (select * from {{ ref('int_identity__person_founders') }}),

placed as (
    select
        memberships.evidence_tier,
        memberships.record_number,
        {{ firstparty.person_id_of(
            'founders.evidence_tier', 'founders.founder_record_id', 'founders.generation'
        ) }} as person_id
    from memberships
    inner join founders
        on
            memberships.evidence_tier = founders.evidence_tier
            and memberships.component = founders.component
),

placements as (
    select
        record_number,
        max(case when evidence_tier = 'all' then person_id end) as person_id,
        max(case when evidence_tier = 'strict' then person_id end) as strict_person_id
    from placed
    group by record_number
),

ends as (
    {% for side in ['left', 'right'] -%}
        {{ "union all" if not loop.first }}
        select
            {{ side }}_vertex as record_number,
            kind,
            weight,
            probability,
            is_kept
        from {{ ref('int_identity__edges_judged') }}
        {% if firstparty.is_of_changes() -%}
            where {{ side }}_vertex in (select numbers.record_number from numbers)
        {%- endif %}
    {% endfor -%}
),

ranked as (
    select
        record_number,
        kind,
        probability,
        row_number() over (
            partition by record_number
            order by weight desc, case kind when 'exact' then 1 when 'scored' then 2 else 3 end
        ) as strength_rank
    from ends
    where is_kept
),

strongest as (
    select
        record_number,
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
    inner join numbers on records.record_id = numbers.record_id
    inner join placements on numbers.record_number = placements.record_number
    left join strongest on numbers.record_number = strongest.record_number
)

select * from person_records
