{#-
    Text in normal form C, without white space, control and invisible characters at either end; null for ''. Inner text stays.
    The ends are a regular expression because trim() keeps tab and newline, and \s is ASCII only: it keeps the no-break space.
-#}
{% macro clean_text(expression) -%}
    {{ firstparty.null_if_empty(firstparty.replace_pattern(
        firstparty.nfc(expression), '^[\\p{Z}\\p{Cc}\\p{Cf}]+|[\\p{Z}\\p{Cc}\\p{Cf}]+$', ''
    )) }}
{%- endmacro %}
