-- Grain: one row per evidence tier and component that goes on as an earlier person, by the registry
-- as the build before left it. An earlier person belongs to the component with which it shares most
-- evidence: the weights of kept edges between records that were its own and are together still. A
-- split therefore leaves the id with the part that is held together best, not with the part that
-- has most cookies. Of the persons it won, a component takes the one it shares most with. Ties go
-- to more records, then to the smaller component, or the older person. A component without a row
-- is a new person. Weights are summed only where there is a choice: next to nobody has one.
{% set registry = firstparty.relation_before('int_identity__person_registry') -%}
with memberships as (select * from {{ ref('int_identity__memberships') }}),

edges as (select * from {{ ref('int_identity__edges_judged') }}),

registered as (
    select
        evidence_tier,
        record_id,
        {% for column, type in {
            'person_id': 'string', 'founder_record_id': 'string', 'generation': 'bigint',
            'valid_from': 'timestamp', 'revision': 'bigint'
        }.items() -%}
            {{ column if registry else "cast(null as " ~ type ~ ")" }} as {{ column }}
            {{- "," if not loop.last }}
        {% endfor %}
    from {{ registry or 'memberships' }}
    {{ "where false" if not registry }}
),

ranked as (
    select
        *,
        row_number() over (partition by evidence_tier, record_id order by revision desc) as recency
    from registered
),

shared_records as (
    select
        memberships.evidence_tier,
        memberships.record_id,
        memberships.component_record_id,
        ranked.person_id,
        ranked.founder_record_id,
        ranked.generation,
        ranked.valid_from
    from ranked
    inner join memberships
        on
            ranked.evidence_tier = memberships.evidence_tier
            and ranked.record_id = memberships.record_id
    where ranked.recency = 1
),

shares as (
    select
        evidence_tier,
        person_id,
        component_record_id,
        min(founder_record_id) as founder_record_id,
        min(generation) as generation,
        count(*) as shared_count,
        min(valid_from) as oldest_at
    from shared_records
    group by evidence_tier, person_id, component_record_id
),

choices as (
    select
        *,
        count(*) over (partition by evidence_tier, person_id) as component_count,
        count(*) over (partition by evidence_tier, component_record_id) as person_count
    from shares
),

contested_records as (
    select
        shared_records.evidence_tier,
        shared_records.record_id,
        shared_records.person_id,
        shared_records.component_record_id
    from shared_records
    inner join choices
        on
            shared_records.evidence_tier = choices.evidence_tier
            and shared_records.person_id = choices.person_id
            and shared_records.component_record_id = choices.component_record_id
    where choices.component_count > 1 or choices.person_count > 1
),

shared_weights as (
    select
        lefts.evidence_tier,
        lefts.person_id,
        lefts.component_record_id,
        sum(cast(round(1000 * greatest(edges.weight, 0)) as bigint)) as shared_weight
    from edges
    inner join contested_records as lefts on edges.left_record_id = lefts.record_id
    inner join contested_records as rights
        on
            edges.right_record_id = rights.record_id
            and lefts.evidence_tier = rights.evidence_tier
            and lefts.person_id = rights.person_id
            and lefts.component_record_id = rights.component_record_id
    where edges.is_kept and (lefts.evidence_tier = 'all' or edges.may_advertise)
    group by lefts.evidence_tier, lefts.person_id, lefts.component_record_id
),

claims as (
    select
        choices.*,
        coalesce(shared_weights.shared_weight, 0) as shared_weight,
        row_number() over (
            partition by choices.evidence_tier, choices.person_id
            order by
                coalesce(shared_weights.shared_weight, 0) desc,
                choices.shared_count desc,
                choices.component_record_id
        ) as claim_rank
    from choices
    left join shared_weights
        on
            choices.evidence_tier = shared_weights.evidence_tier
            and choices.person_id = shared_weights.person_id
            and choices.component_record_id = shared_weights.component_record_id
),

offers as (
    select
        *,
        row_number() over (
            partition by evidence_tier, component_record_id
            order by shared_weight desc, shared_count desc, oldest_at, person_id
        ) as offer_rank
    from claims
    where claim_rank = 1
),

int_identity__person_claims as (
    select
        evidence_tier,
        component_record_id,
        founder_record_id,
        generation
    from offers
    where offer_rank = 1
)

select * from int_identity__person_claims
