{#-
    collapsed_text without the space at either end; null for ''.
-#}
{% macro single_line_text(expression) -%}
    nullif(trim({{ firstparty.collapsed_text(expression) }}), '')
{%- endmacro %}
