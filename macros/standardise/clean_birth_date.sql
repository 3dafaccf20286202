{#-
    A birth date; null for what is no date, for days before 1900-01-02 (1900-01-01 is the default of many a form) and for days
    after the build speaks for. Reads yyyy-mm-dd (a time behind it is dropped), yyyymmdd, dd.mm.yyyy, and with slashes or dashes the
    order that the numbers allow; where both may be the month, the country tells, else var `default_country`, else it is null:
    a wrong birth date does more harm than a missing one. Two-digit years are not read. What is written yyyy-mm-dd already needs
    no look at the other ways.
    least and greatest bring the bounds in without writing the whole expression twice.
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
    nullif(nullif(least(greatest({{ firstparty.try_cast_to(firstparty.extract_pattern(
        'case\n'
        ~ '        when ' ~ firstparty.matches_pattern(expression, '^\\d{4}-\\d{2}-\\d{2}\\z') ~ ' then ' ~ expression ~ '\n'
        ~ '        when ' ~ rest_country ~ " in ('US', 'PR', 'PH', 'GU', 'AS', 'VI', 'MP', 'FM', 'MH', 'PW')\n"
        ~ '            then ' ~ firstparty.replace_pattern(text, either, '\\3-\\1-\\2') ~ '\n'
        ~ '        when ' ~ rest_country ~ ' is not null\n'
        ~ '            then ' ~ firstparty.replace_pattern(text, either, '\\3-\\2-\\1') ~ '\n'
        ~ '        else ' ~ text ~ '\n'
        ~ '    end',
        '^\\d{4}-\\d{1,2}-\\d{1,2}$'
    ), 'date') }}, cast('1900-01-01' as date)), cast({{ firstparty.plus_days(firstparty.as_of(), 1) }} as date)),
    cast('1900-01-01' as date)), cast({{ firstparty.plus_days(firstparty.as_of(), 1) }} as date))
{%- endmacro %}
