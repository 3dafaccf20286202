{#-
    A text without white space at either end, as the language's own trim has it. SQL's trim() takes off spaces and leaves tabs.
-#}
{% macro trim_whitespace(expression, language) -%}
    {%- set whitespace = firstparty.unicode_whitespace(language) -%}
    {{ firstparty.replace_pattern(expression, '^[' ~ whitespace ~ ']+|[' ~ whitespace ~ ']+$', '') }}
{%- endmacro %}
