{#-
    The CTEs of what names sound like as numbers, ending in `sound_codes`: one row per name, with a number for each of its keys, null where
    it has none. Equal keys of either name, equal numbers. Takes the name of a CTE with the names (int_identity__name_sounds).
-#}
{% macro sound_codes(names) -%}
current_rules as (
    select split_part(name_forms(''), '|', 1) as rules_version
),

sound_codes as (
    select
        {% for key in firstparty.name_sound_keys() -%}
            case
                when {{ names }}.{{ key }} is not null
                    then {{ firstparty.hash_code([names ~ '.' ~ key]) }}
            end as {{ key }},
        {% endfor -%}
        {{ names }}.name_text
    from {{ names }}
    inner join current_rules on {{ names }}.rules_version = current_rules.rules_version
)
{%- endmacro %}
