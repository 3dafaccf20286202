{#-
    The rows of a table-driven test as a VALUES list, all columns text: none becomes null, everything else its literal.
    For the body of a CTE that names the columns. Not a union of selects: the engine would plan the tested expression once a row.
-#}
{% macro literal_rows(rows) -%}
    values
    {%- for row in rows %}
    (
        {%- for value in row -%}
            {{ firstparty.text_literal(value) }}{{ ", " if not loop.last }}
        {%- endfor -%}
    ){{ "," if not loop.last }}
    {%- endfor %}
{%- endmacro %}
