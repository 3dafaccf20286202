{#-
    The CTEs of what names sound like as numbers, ending in `sound_codes`: one row per name, with a number for each of its keys, null where
    it has none. Equal keys of either name, equal numbers.
-#}
{% macro sound_codes() -%}
current_rules as (
    select split_part(name_forms(''), '|', 1) as rules_version
),

sound_codes as (
    select
        {% for key in firstparty.name_sound_keys() -%}
            case
                when name_sounds.{{ key }} is not null
                    then {{ firstparty.hash_code(['name_sounds.' ~ key]) }}
            end as {{ key }},
        {% endfor -%}
        name_sounds.name_text
    from {{ ref('int_identity__name_sounds') }} as name_sounds
    inner join current_rules on name_sounds.rules_version = current_rules.rules_version
)
{%- endmacro %}
