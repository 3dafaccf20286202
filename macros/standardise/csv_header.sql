{#-
    The column names in the first line of a CSV file, in order: without quotes, blanks and a byte order mark around them. A name
    that is missing, or stands there a second time in any case, gets its place as a number, so that every field has a name of its own.
-#}
{% macro csv_header(line, delimiter) -%}
    {%- set names = [] -%}
    {%- set lower_names = [] -%}
    {%- set sign = modules.re.escape(delimiter) -%}
    {%- for text in modules.re.findall(sign ~ '("(?:[^"]|"")*"|[^' ~ sign ~ ']*)', delimiter ~ line.replace('\ufeff', '')) -%}
        {%- set name = text.strip().strip('"').strip() or 'column_' ~ loop.index -%}
        {%- set name = name ~ '_' ~ loop.index if name | lower in lower_names else name -%}
        {%- do names.append(name) -%}
        {%- do lower_names.append(name | lower) -%}
    {%- endfor -%}
    {{ return(names) }}
{%- endmacro %}
