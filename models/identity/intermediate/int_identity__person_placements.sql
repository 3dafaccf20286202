{{ config(
    materialized='maintained',
    key=['record_id'],
    told=['record_id'],
    is_compared=false,
    lasting=['int_identity__person_registry'],
) }}
{% call firstparty.affected() %}{{ firstparty.records_to_place() }}{% endcall %}

-- Grain: one row per record that is there now, with its person of either tier, out of the registry.
with registry as (
    {{ firstparty.affected_rows(ref('int_identity__person_registry'), ['record_id']) }}
),

ranked as (
    select
        evidence_tier,
        record_id,
        person_id,
        is_present,
        row_number() over (partition by evidence_tier, record_id order by revision desc) as recency
    from registry
),

int_identity__person_placements as (
    select
        record_id,
        max(case when evidence_tier = 'all' then person_id end) as person_id,
        max(case when evidence_tier = 'strict' then person_id end) as strict_person_id
    from ranked
    where recency = 1 and is_present
    group by record_id
)

select * from int_identity__person_placements
