{#-
    Columns of one relation as the inside of a select list: `relation.column`, one a line, with a comma after each.
-#}
{% macro list_columns(relation, columns) -%}
    {%- for column in columns %}
        {{ relation }}.{{ column }},
    {%- endfor %}
{%- endmacro %}
