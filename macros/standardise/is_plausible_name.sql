{#-
    Whether a text could be a name, or is missing; false for more than 200 characters and for signs of markup, code or broken
    encoding. The caller quarantines such a row as invalid_value, or goes on without the name.
-#}
{% macro is_plausible_name(expression) -%}
    coalesce(length({{ expression }}) <= 200 and not {{ firstparty.matches_pattern(
        expression, '[<>{}=;\\x{FFFD}\\x{00}-\\x{08}\\x{0E}-\\x{1F}]'
    ) }}, true)
{%- endmacro %}
