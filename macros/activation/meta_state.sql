{#-
    A state or province as Meta has it: two lower-case letters. Exports feed two-letter codes and take nothing else (`free_text` false).
    With `free_text` it reads names of the states of the USA and the provinces of Canada as Meta's parameter builder does, and else takes the first two
    letters: New South Wales becomes `ne`. That is here so that the equality with Meta's library can be tested, not to be relied on.
-#}
{% macro meta_state(expression, free_text=false) -%}
    {%- set letters -%}
        {{ firstparty.replace_pattern('lower(' ~ expression ~ ')', '[^a-z]', '') }}
    {%- endset -%}
    {%- if free_text -%}
        {%- set names = firstparty.state_names() -%}
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
