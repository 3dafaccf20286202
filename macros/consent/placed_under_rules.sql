{#-
    The CTE `placed_under_rules`: each row of a CTE of places (country, region as ISO 3166-2, both may be null) with the row of seed
    consent_region_rules that holds there: that of the subdivision, else that of the country, else unknown, the strictest. Takes the
    names of both CTEs.
-#}
{% macro placed_under_rules(places, rules) -%}
placed_under_rules as (
    select
        {{ places }}.*,
        coalesce(subdivision_rules.region_rule, country_rules.region_rule, 'unknown') as region_rule
    from {{ places }}
    left join {{ rules }} as subdivision_rules
        on {{ places }}.country = subdivision_rules.country and {{ places }}.region = subdivision_rules.region
    left join {{ rules }} as country_rules
        on {{ places }}.country = country_rules.country and country_rules.region is null
)
{%- endmacro %}


{#- A region as ISO 3166-2, whether it stands with its country before it or without. Takes SQL expressions. -#}
{% macro whole_region(country, region) -%}
    case
            when {{ region }} like '%-%' then {{ region }}
            else {{ country }} || '-' || {{ region }}
        end
{%- endmacro %}
