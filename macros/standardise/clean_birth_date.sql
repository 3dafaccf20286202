{#-
    A birth date; null for what is no date, for days before 1900-01-02 (1900-01-01 is the default of many a form) and for days
    after the build speaks for. Reads yyyy-mm-dd (a time behind it is dropped), yyyymmdd, dd.mm.yyyy, and with slashes or dashes the
    order that the numbers allow; where both may be the month, the country tells, else var `default_country`, else it is null:
    a wrong birth date does more harm than a missing one. Two-digit years are not read. What is written yyyy-mm-dd already needs
    no look at the other ways.
-#}
{% macro clean_birth_date(expression, country=none) -%}
    {%- set same = [] -%}
    {%- for month in range(1, 13) -%}
        {%- do same.append('0?' ~ month ~ '[/-]0?' ~ month) -%}
    {%- endfor -%}
    {%- set either = '^(\\d{1,2})[/-](\\d{1,2})[/-](\\d{4})$' -%}
    {%- set rest_country = country if country is not none else firstparty.default_country() -%}
    {%- set text = firstparty.replace_pattern(
        firstparty.clean_text(expression), '^(' ~ same | join('|') ~ ')[/-](\\d{4})$', '\\2-\\1'
    ) -%}
    {%- set text = firstparty.replace_pattern(
        text, '^(\\d{4})[-/.]?(\\d{2})[-/.]?(\\d{2})(?:[T ].*)?$', '\\1-\\2-\\3'
    ) -%}
    {%- set text = firstparty.replace_pattern(
        text, '^(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})(?:[T ].*)?$', '\\1-\\2-\\3'
    ) -%}
    {%- set text = firstparty.replace_pattern(text, '^(\\d{1,2})[.]\\s?(\\d{1,2})[.]\\s?(\\d{4})$', '\\3-\\2-\\1') -%}
    {%- set text = firstparty.replace_pattern(
        text, '^(1[3-9]|2\\d|3[01])[/-](\\d{1,2})[/-](\\d{4})$', '\\3-\\2-\\1'
    ) -%}
    {%- set text = firstparty.replace_pattern(
        text, '^(\\d{1,2})[/-](1[3-9]|2\\d|3[01])[/-](\\d{4})$', '\\3-\\1-\\2'
    ) -%}
    {%- set iso_text -%}
    case
        when {{ firstparty.matches_pattern(expression, '^\\d{4}-\\d{2}-\\d{2}\\z') }} then {{ expression }}
        when {{ rest_country }} in ('US', 'PR', 'PH', 'GU', 'AS', 'VI', 'MP', 'FM', 'MH', 'PW')
            then {{ firstparty.replace_pattern(text, either, '\\3-\\1-\\2') }}
        when {{ rest_country }} is not null
            then {{ firstparty.replace_pattern(text, either, '\\3-\\2-\\1') }}
        else {{ text }}
    end
    {%- endset -%}
    {{ firstparty.kept_where(
        firstparty.try_cast_to(firstparty.extract_pattern(iso_text, '^\\d{4}-\\d{1,2}-\\d{1,2}$'), 'date'),
        "value > cast('1900-01-01' as date) and value < cast(" ~ firstparty.plus_days(firstparty.as_of(), 1) ~ " as date)"
    ) }}
{%- endmacro %}
