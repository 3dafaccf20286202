{#- The letters a to z of a text; null when there are none. -#}
{% macro letters_only(text) -%}
    {{ firstparty.null_if_empty(firstparty.replace_pattern(text, '[^a-z]+', '')) }}
{%- endmacro %}
