{#-
    The CTEs that solve linear equations, ending in `solved`: one row with step_1 to step_n. Takes a name and the number of
    equations; CTE <name>_0 holds them in one row, a_<row>_<column> and b_<row>. Gauss and Jordan's way without exchanging rows,
    which is sound where the matrix is symmetric and positive definite.
-#}
{% macro solved_equations(name, count) -%}
    {%- for pivot in range(1, count + 1) %}
{{ name }}_{{ pivot }} as (
    select
        {% for row in range(1, count + 1) -%}
            {%- set factor = 'a_' ~ row ~ '_' ~ pivot -%}
            {%- for column in range(pivot + 1, count + 1) -%}
                {{ 'a_' ~ row ~ '_' ~ column ~ ' - ' ~ factor ~ ' * ' if row != pivot -}}
                a_{{ pivot }}_{{ column }} / a_{{ pivot }}_{{ pivot }} as a_{{ row }}_{{ column }},
            {% endfor -%}
            {{ 'b_' ~ row ~ ' - ' ~ factor ~ ' * ' if row != pivot -}}
            b_{{ pivot }} / a_{{ pivot }}_{{ pivot }} as b_{{ row }}{{ "," if not loop.last }}
        {% endfor %}
    from {{ name }}_{{ pivot - 1 }}
),
    {%- endfor %}

solved as (
    select
        {% for row in range(1, count + 1) -%}
            b_{{ row }} as step_{{ row }}{{ "," if not loop.last }}
        {% endfor %}
    from {{ name }}_{{ count }}
)
{%- endmacro %}
