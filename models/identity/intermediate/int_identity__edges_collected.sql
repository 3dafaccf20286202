{{ config(materialized='maintained', key=['left_vertex', 'right_vertex']) }}
{% call firstparty.affected() -%}
    select left_number, right_number from {{ firstparty.changes_of('int_identity__exact_links') }}
    union all
    select least(left_number, right_number), greatest(left_number, right_number)
    from {{ firstparty.changes_of('int_identity__override_links') }}
    {% if var('scored_matching') -%}
        union all
        select left_number, right_number
        from {{ firstparty.changes_of('int_identity__scored_links') }}
    {%- endif %}
{%- endcall %}

-- Grain: one row per pair of records with evidence, before the graph: kind, strongest rule,
-- weight, and whether the pair itself is forbidden. The weight of a pair is that of its strongest
-- rule: rules overlap (one household shares e-mail, phone and address at once), so adding them up
-- would count one fact several times. is_linking: a pair that only its score speaks for, and whose
-- clusters stayed apart, is listed and takes no part in the graph. A forced pair outweighs all
-- rules; a forbidden pair has the weight of its prohibition, is listed, and takes no part.
with edge_rules as (
    select * from {{ ref('int_identity__edge_rules') }}
    {{ firstparty.where_affected('left_vertex, right_vertex') }}
),

int_identity__edges_collected as (
    select
        left_vertex,
        right_vertex,
        {{ firstparty.value_at_max('kind', '-priority') }} as kind,
        {{ firstparty.value_at_max('rule', '-priority') }} as rule,
        case
            when max(case when rule = 'never_link' then 1 else 0 end) = 1 then min(weight)
            else coalesce(max(case when is_linking then weight end), max(weight))
        end as weight,
        max(case when rule = 'never_link' then 1 else 0 end) = 1 as is_forbidden,
        max(case when is_linking then 1 else 0 end) = 1 as is_linking,
        max(case when may_advertise then weight end) as strict_weight
    from edge_rules
    group by left_vertex, right_vertex
)

select * from int_identity__edges_collected
