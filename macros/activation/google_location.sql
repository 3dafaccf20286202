{#-
    A city, state or street as Google's library has it: trimmed, lower case, letters, digits and white space only; accents kept.
    Customer Match does not take these fields; store sales and conversion adjustments do.
-#}
{% macro google_location(expression) -%}
    {{ firstparty.null_if_empty(firstparty.replace_pattern(
        firstparty.unicode_lower(firstparty.trim_whitespace(expression, 'python')),
        '[^\\p{L}\\p{N}' ~ firstparty.unicode_whitespace('python') ~ ']',
        ''
    )) }}
{%- endmacro %}
