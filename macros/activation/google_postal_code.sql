{#-
    A postal code as Google's library has it: trimmed, and otherwise as it is written. It is not hashed.
-#}
{% macro google_postal_code(expression) -%}
    {{ firstparty.null_if_empty(firstparty.trim_whitespace(expression, 'python')) }}
{%- endmacro %}
