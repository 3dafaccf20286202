{#-
    A UTC timestamp; null for what is none. Reads ISO 8601 and `yyyy-mm-dd hh:mm:ss` with or without fraction and offset (none
    means UTC), a date alone (midnight), and seconds, milliseconds or microseconds since 1970 as ten, thirteen or sixteen digits.
    The shape is checked first, because each engine's cast also takes words and half dates that the other refuses.
-#}
{% macro clean_timestamp(expression) -%}
    {%- set text = firstparty.clean_text(expression) -%}
    coalesce(
        {{ firstparty.try_timestamp(firstparty.replace_pattern(
            firstparty.replace_pattern(
                firstparty.extract_pattern(
                    text,
                    '^\\d{4}-\\d{2}-\\d{2}(?:[Tt ]\\d{2}:\\d{2}(?::\\d{2}(?:[.,]\\d{1,9})?)?\\s?(?:[Zz]|UTC|GMT|[+-]\\d{2}(?::?\\d{2})?)?)?$'
                ),
                '\\s?(?:[Zz]|UTC|GMT)$',
                '+00:00'
            ),
            '\\s?([+-]\\d{2}):?(\\d{2})$',
            '\\1:\\2'
        )) }},
        {{ firstparty.timestamp_of_milliseconds(firstparty.try_cast_to(
            'rpad(' ~ firstparty.extract_pattern(text, '^(\\d{10}(?:\\d{3}|\\d{6})?)(?:[.]\\d+)?$', 1) ~ ", 13, '0')", 'bigint'
        )) }}
    )
{%- endmacro %}
