{#- The columns that a blocking rule's keys name. -#}
{% macro block_key_columns(rule) -%}
    {%- set columns = [] -%}
    {%- for column in modules.re.findall('[a-z_][a-z_0-9]*', rule['keys'] | join(' ')) -%}
        {%- if column not in ['least', 'greatest'] and column not in columns -%}
            {%- do columns.append(column) -%}
        {%- endif -%}
    {%- endfor -%}
    {{ return(columns) }}
{%- endmacro %}
