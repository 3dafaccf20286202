{{ config(
    materialized='maintained',
    key=['evidence_tier', 'component'],
    reads_before=['int_identity__person_registry'],
) }}

-- Grain: one row per evidence tier and component: what its person's id is made from, a record and
-- how many ids that record has founded before. An earlier person, as the build before left it, goes
-- to the component that it shares most evidence with: the weights of kept edges between records
-- that were its own and are together still. Of the persons it won, a component goes on as the one
-- it shares most with; one that won nobody founds a new person. Ties: more records, then the
-- component with the smallest record_id, or the older person.
{% set registry = firstparty.relation_before('int_identity__person_registry') -%}
{% call firstparty.affected() %}{{ firstparty.affected_components(registry) }}{% endcall -%}
{% set of_person = 'partition by memberships.evidence_tier, latest.person_id' -%}
{% set of_component = 'partition by memberships.evidence_tier, memberships.component' -%}
with memberships as (
    select
        *,
        min(record_id) over (partition by evidence_tier, component) as smallest_record_id
    from {{ ref('int_identity__memberships') }}
    {{ firstparty.where_affected('evidence_tier, component') }}
),

edges as (select * from {{ ref('int_identity__edges_judged') }}),

{{ firstparty.registered_persons(
    registry,
    'select memberships.record_id from memberships' if firstparty.is_of_changes() else none
) }},

shared_records as (
    select
        memberships.evidence_tier,
        memberships.record_number,
        memberships.component,
        memberships.smallest_record_id,
        latest.person_id,
        latest.founder_record_id,
        latest.generation,
        latest.valid_from,
        min(memberships.component) over ({{ of_person }})
        <> max(memberships.component) over ({{ of_person }})
        or min(latest.person_id) over ({{ of_component }})
        <> max(latest.person_id) over ({{ of_component }}) as is_contested
    from latest
    inner join memberships
        on
            latest.evidence_tier = memberships.evidence_tier
            and latest.record_id = memberships.record_id
),

shares as (
    select
        evidence_tier,
        person_id,
        component,
        min(smallest_record_id) as smallest_record_id,
        min(founder_record_id) as founder_record_id,
        min(generation) as generation,
        count(*) as shared_count,
        min(valid_from) as oldest_at
    from shared_records
    group by evidence_tier, person_id, component
),

shared_weights as (
    select
        lefts.evidence_tier,
        lefts.person_id,
        lefts.component,
        sum(cast(round(1000 * greatest(edges.weight, 0)) as bigint)) as shared_weight
    from edges
    inner join shared_records as lefts on edges.left_vertex = lefts.record_number
    inner join shared_records as rights
        on
            edges.right_vertex = rights.record_number
            and lefts.evidence_tier = rights.evidence_tier
            and lefts.person_id = rights.person_id
            and lefts.component = rights.component
    where
        edges.is_kept and lefts.is_contested
        and (lefts.evidence_tier = 'all' or edges.may_advertise)
    group by lefts.evidence_tier, lefts.person_id, lefts.component
),

claims as (
    select
        shares.*,
        coalesce(shared_weights.shared_weight, 0) as shared_weight,
        row_number() over (
            partition by shares.evidence_tier, shares.person_id
            order by
                coalesce(shared_weights.shared_weight, 0) desc,
                shares.shared_count desc,
                shares.smallest_record_id
        ) as claim_rank
    from shares
    left join shared_weights
        on
            shares.evidence_tier = shared_weights.evidence_tier
            and shares.person_id = shared_weights.person_id
            and shares.component = shared_weights.component
),

offers as (
    select
        *,
        row_number() over (
            partition by evidence_tier, component
            order by shared_weight desc, shared_count desc, oldest_at, person_id
        ) as offer_rank
    from claims
    where claim_rank = 1
),

founded as (
    select
        evidence_tier,
        founder_record_id,
        max(generation) + 1 as next_generation
    from {{ firstparty.registered_rows(registry) }} as registered
    {{ firstparty.where_looked_up(
        'founder_record_id', 'select memberships.record_id from memberships'
    ) }}
    group by evidence_tier, founder_record_id
),

int_identity__person_founders as (
    select
        memberships.evidence_tier,
        memberships.component,
        coalesce(offers.founder_record_id, memberships.smallest_record_id) as founder_record_id,
        coalesce(offers.generation, founded.next_generation, 0) as generation
    from memberships
    left join offers
        on
            memberships.evidence_tier = offers.evidence_tier
            and memberships.component = offers.component
            and offers.offer_rank = 1
    left join founded
        on
            memberships.evidence_tier = founded.evidence_tier
            and memberships.smallest_record_id = founded.founder_record_id
    where memberships.record_id = memberships.smallest_record_id
)

select * from int_identity__person_founders
