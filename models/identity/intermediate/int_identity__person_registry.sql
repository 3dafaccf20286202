-- Grain: one row per change of a record's person, per evidence tier: an append-only log, so that
-- ids survive new data and full rebuilds. The latest revision says whom a record belongs to now, or
-- that it is gone (is_present false). An id is a hash of a record and of how many ids that record
-- has founded before (int_identity__person_founders), so a retired id never returns.
{{ config(
    incremental_strategy=firstparty.log_strategy(),
    post_hook='{{ firstparty.remember_inputs() }}',
) }}
{% set is_told = firstparty.inputs_are_told() -%}
with {% if is_told -%}
    touched as ({{ firstparty.records_to_place() }}),

{% endif -%}

memberships as (
    select * from {{ ref('int_identity__memberships') }}
    {% if is_told -%}
        where record_number in (select touched.record_number from touched)
    {%- endif %}
),

founders as (select * from {{ ref('int_identity__person_founders') }}),

{{ firstparty.registered_persons(
    this if is_incremental(), 'select touched.record_id from touched' if is_told else none
) }},

placed as (
    select
        memberships.evidence_tier,
        memberships.record_id,
        founders.founder_record_id,
        founders.generation
    from memberships
    inner join founders
        on
            memberships.evidence_tier = founders.evidence_tier
            and memberships.component = founders.component
),

moved as (
    select
        coalesce(placed.evidence_tier, latest.evidence_tier) as evidence_tier,
        coalesce(placed.record_id, latest.record_id) as record_id,
        placed.record_id is not null as is_present,
        coalesce(latest.revision, 0) + 1 as revision,
        greatest(
            {{ firstparty.as_of() }}, coalesce(latest.valid_from, {{ firstparty.as_of() }})
        ) as valid_from,
        coalesce(placed.founder_record_id, latest.founder_record_id) as founder_record_id,
        coalesce(placed.generation, latest.generation) as generation
    from placed
    full outer join latest
        on
            placed.evidence_tier = latest.evidence_tier
            and placed.record_id = latest.record_id
    where
        latest.record_id is null
        or (placed.record_id is null and latest.is_present)
        or (placed.record_id is not null and not latest.is_present)
        or placed.founder_record_id <> latest.founder_record_id
        or placed.generation <> latest.generation
),

int_identity__person_registry as (
    select
        evidence_tier,
        record_id,
        {{ firstparty.person_id_of('evidence_tier', 'founder_record_id', 'generation') }}
            as person_id,
        is_present,
        revision,
        valid_from,
        founder_record_id,
        generation
    from moved
)

select * from int_identity__person_registry
