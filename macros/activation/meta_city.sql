{#-
    A city as Meta's parameter builder has it: ASCII letters and digits only, lower case; null unless it then begins with a letter.
    Letters with accents are dropped, not transliterated: `São Paulo` gives `sopaulo`, and a name in another script gives null.
-#}
{% macro meta_city(expression) -%}
    {%- set letters -%}
        lower({{ firstparty.replace_pattern(expression, '[^A-Za-z0-9]', '') }})
    {%- endset -%}
    case when {{ firstparty.matches_pattern(letters, '^[a-z]') }} then {{ letters }} end
{%- endmacro %}
