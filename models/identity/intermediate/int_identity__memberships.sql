{{ config(materialized='maintained', key=['evidence_tier', 'record_number']) }}
{% call firstparty.affected() %}{{ firstparty.affected_memberships() }}{% endcall %}

-- Grain: one row per record and evidence tier (all, strict): the component that it belongs to, by
-- its number in the graph. A record without edges is a component by itself, so every record is here
-- once per tier.
with records as (
    select * from {{ ref('int_identity__record_numbers') }}
    {% if firstparty.is_of_changes() -%}
        where record_number in (select record_number from {{ firstparty.affected_keys() }})
    {%- endif %}
),

components as (select * from {{ ref('int_identity__components_guarded') }}),

strict_components as (select * from {{ ref('int_identity__strict_components') }}),

numbered as (
    select
        'all' as evidence_tier,
        records.record_id,
        records.record_number,
        coalesce(components.component, records.record_number) as component
    from records
    left join components on records.record_number = components.record_number
    union all
    select
        'strict' as evidence_tier,
        records.record_id,
        records.record_number,
        coalesce(strict_components.parent, records.record_number) as component
    from records
    left join strict_components on records.record_number = strict_components.vertex
),

int_identity__memberships as (
    select
        evidence_tier,
        record_id,
        record_number,
        component
    from numbered
    {{ firstparty.where_affected('evidence_tier, record_number') }}
)

select * from int_identity__memberships
