{#-
    The rows of a table-driven test as one select per row, all columns text: none becomes null, everything else its literal.
    For the body of a CTE. On Spark a backslash inside a literal is an escape and a doubled quote is none.
-#}
{% macro literal_rows(columns, rows) -%}
    {%- for row in rows %}
    select
        {%- for column in columns %}
        {{ firstparty.text_literal(row[loop.index0]) }} as {{ column }}{{ "," if not loop.last }}
        {%- endfor %}
    {{- "\n    union all" if not loop.last }}
    {%- endfor %}
{%- endmacro %}
