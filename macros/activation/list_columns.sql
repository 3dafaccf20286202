{#-
    Columns as the inside of a select list, with a comma after each; with the relation before each where there is a choice.
-#}
{% macro list_columns(columns, relation=none) -%}
    {%- for column in columns %}
        {{ relation ~ '.' if relation }}{{ column }},
    {%- endfor %}
{%- endmacro %}
