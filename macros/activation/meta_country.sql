{#-
    A country as Meta has it: two lower-case letters. Exports feed ISO codes and take nothing else (`free_text` false).
    With `free_text` it reads names as Meta's parameter builder does: the whole name, else any name found inside the text, else the first two letters.
    That rule makes the Roman Empire `om` and Northern Ireland `ie`; it is here so that the equality with Meta's library can be tested, not to be relied on.
-#}
{% macro meta_country(expression, free_text=false) -%}
    {%- set letters -%}
        {{ firstparty.replace_pattern('lower(' ~ expression ~ ')', '[^a-z]', '') }}
    {%- endset -%}
    {%- if free_text -%}
        {%- set names = firstparty.country_names() -%}
    case
        when length({{ letters }}) = 2 then {{ letters }}
        {%- for name, code in names.items() %}
        when {{ letters }} = '{{ name }}' then '{{ code }}'
        {%- endfor %}
        {%- for name, code in names.items() %}
        when {{ letters }} like '%{{ name }}%' then '{{ code }}'
        {%- endfor %}
        else nullif(substr({{ letters }}, 1, 2), '')
    end
    {%- else -%}
    case when {{ firstparty.matches_pattern(expression, '^[A-Za-z]{2}$') }} then {{ letters }} end
    {%- endif -%}
{%- endmacro %}
