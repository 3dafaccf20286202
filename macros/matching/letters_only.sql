{#- The letters a to z of a text; null when there are none. -#}
{% macro letters_only(text) -%}
    nullif({{ firstparty.replace_pattern(text, '[^a-z]+', '') }}, '')
{%- endmacro %}
