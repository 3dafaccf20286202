-- Grain: one row per pair of records with evidence: every rule on the pair, as JSON text in one
-- order. A score tells its levels, weights and probabilities. Weights are told to a thousandth of
-- a nat: engines write smaller numbers in their own ways.
with edge_rules as (select * from {{ ref('int_identity__edge_rules') }}),

{% if var('scored_matching') -%}
    pattern_evidence as (select * from {{ ref('int_identity__pattern_evidence') }}),

{% endif -%}

detailed as (
    select
        edge_rules.left_vertex,
        edge_rules.right_vertex,
        edge_rules.rule,
        edge_rules.weight,
        {% if var('scored_matching') -%}
            coalesce(edge_rules.detail, pattern_evidence.evidence) as detail
        {%- else -%}
            edge_rules.detail
        {%- endif %}
    from edge_rules
    {% if var('scored_matching') -%}
        left join pattern_evidence on edge_rules.pattern = pattern_evidence.pattern
    {%- endif %}
),

int_identity__edge_evidence as (
    select
        left_vertex,
        right_vertex,
        '[' || {{ firstparty.sorted_text_list(firstparty.json_object({
            'rule': 'rule',
            'weight': 'cast(round(1e3 * weight) as bigint) / 1e3',
            'detail': 'detail',
        })) }} || ']' as evidence
    from detailed
    group by left_vertex, right_vertex
)

select * from int_identity__edge_evidence
