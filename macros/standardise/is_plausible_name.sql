{#-
    Whether a text could be a name, or is missing; false for what a row must not carry on as one: more than 200 characters,
    control characters, brackets of markup or code. The caller quarantines such a row as invalid_value or sets the name to null.
-#}
{% macro is_plausible_name(expression) -%}
    coalesce(length({{ expression }}) <= 200 and not {{ firstparty.matches_pattern(
        expression, '[<>{}\\[\\]=;|\\\\\\x{FFFD}\\x{00}-\\x{08}\\x{0E}-\\x{1F}]'
    ) }}, true)
{%- endmacro %}
