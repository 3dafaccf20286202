{{ config(
    materialized='maintained',
    key=['record_number'],
    told=['record_number'],
    is_compared=false,
    lasting=['int_identity__person_registry'],
) }}
{% call firstparty.affected() -%}
    select record_number from ({{ firstparty.records_to_place() }}) as records
{%- endcall %}

-- Grain: one row per record that is there now, with its person of either tier. It is worked out
-- from what the registry's latest rows were made from, by number, which is quicker than to read
-- them; and after them, so that no id is given out before it is remembered.
-- depends_on: {{ ref('int_identity__person_registry') }}
with memberships as (
    select * from {{ ref('int_identity__memberships') }}
    {{ firstparty.where_affected('record_number') }}
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

int_identity__person_placements as (
    select
        record_number,
        max(case when evidence_tier = 'all' then person_id end) as person_id,
        max(case when evidence_tier = 'strict' then person_id end) as strict_person_id
    from placed
    group by record_number
)

select * from int_identity__person_placements
