{#-
    A country, state or province as Meta has it: two lower-case letters. Exports feed two-letter codes and take nothing else.
    With `names` (name to code) it reads text as Meta's parameter builder does: the whole name, else any of the names found inside the text, else
    the first two letters. That rule makes the Roman Empire `om`, Northern Ireland `ie` and New South Wales `ne`: it is here so that the
    equality with Meta's library can be tested, not to be relied on.
-#}
{% macro meta_place_code(expression, names={}) -%}
    {%- set letters -%}
        {{ firstparty.replace_pattern('lower(' ~ expression ~ ')', '[^a-z]', '') }}
    {%- endset -%}
    {%- if names -%}
    case
        when length({{ letters }}) = 2 then {{ letters }}
        {%- for name, code in names.items() %}
        when {{ letters }} = '{{ name }}' then '{{ code }}'
        {%- endfor %}
        {%- for name, code in names.items() %}
        when {{ letters }} like '%{{ name }}%' then '{{ code }}'
        {%- endfor %}
        else {{ firstparty.null_if_empty('substr(' ~ letters ~ ', 1, 2)') }}
    end
    {%- else -%}
    case when {{ firstparty.matches_pattern(expression, '^[A-Za-z]{2}$') }} then {{ letters }} end
    {%- endif -%}
{%- endmacro %}
