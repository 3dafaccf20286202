{#- Whether a line has an odd number of quotes: a quoted field begins or ends there. -#}
{% macro has_odd_quotes(line) -%}
    (length({{ line }}) - length(replace({{ line }}, '"', ''))) % 2 = 1
{%- endmacro %}
