{#-
    collapsed_text without the space at either end; null for ''.
-#}
{% macro single_line_text(expression) -%}
    {{ firstparty.null_if_empty('trim(' ~ firstparty.collapsed_text(expression) ~ ')') }}
{%- endmacro %}
