{#-
    An amount of money as decimal(18, 2), rounded half away from zero; null for what is none. A currency sign or code and blanks
    are dropped. Comma and dot: the last of two different ones is the decimal sign; one that stands more than once, and a
    single comma before exactly three digits, groups thousands; a single dot is always the decimal sign, as machines write it.
-#}
{% macro clean_amount(expression) -%}
    {%- set text = firstparty.replace_pattern(
        'upper(' ~ firstparty.clean_text(expression) ~ ')', '[\\s\\p{Z}\\p{Sc}\\x27’]+|^[A-Z]{3}|[A-Z]{3}$', ''
    ) -%}
    {{ firstparty.try_cast_to(
        'coalesce(\n        '
        ~ firstparty.extract_pattern(text, '^[+-]?\\d+(?:[.]\\d+)?$') ~ ',\n        '
        ~ firstparty.replace_pattern(
            firstparty.extract_pattern(text, '^[+-]?\\d{1,3}(?:,\\d{3})+(?:[.]\\d+)?$'), ',', ''
        ) ~ ',\n        '
        ~ firstparty.replace_pattern(
            firstparty.replace_pattern(
                firstparty.extract_pattern(text, '^[+-]?\\d{1,3}(?:(?:[.]\\d{3})+,\\d+|(?:[.]\\d{3}){2,})$'), '[.]', ''
            ), ',', '.'
        ) ~ ',\n        '
        ~ firstparty.replace_pattern(firstparty.extract_pattern(text, '^[+-]?\\d+,\\d+$'), ',', '.')
        ~ '\n    )',
        'decimal(18, 2)'
    ) }}
{%- endmacro %}
