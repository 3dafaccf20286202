{#-
    Select list over `posterior`: how many pairs of each of some classes are expected. Decimals, for their sum does not depend on
    the order of rows.
-#}
{% macro expected_counts(classes) -%}
    {%- for class in classes %}
        coalesce(
            cast(sum(cast(pair_count * share_{{ class }} as decimal(38, 9))) as double), 0
        ) as {{ class }}{{ "," if not loop.last }}
    {%- endfor %}
{%- endmacro %}
