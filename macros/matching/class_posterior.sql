{#-
    The CTEs that give each pattern its place among the four classes of pairs, ending in `posterior`: unrelated (u), match (m),
    household (h), namesake (n). Takes the names of two CTEs: patterns (pattern, pair_count, a level for each field), and
    parameters (field, level, u, m, h, n; the sizes of the classes stand under field '').
-#}
{% macro class_posterior(patterns, parameters) -%}
    {%- set classes = ['u', 'm', 'h', 'n'] -%}
    {%- set fields = firstparty.comparisons() | map(attribute='name') | list -%}
logarithms as (
    select
        {% for field in fields -%}
            {% for class in classes -%}
                {{ firstparty.list_in_order("ln(" ~ class ~ ")", 'level', "field = '" ~ field ~ "'") }} as {{ field }}_{{ class }},
            {% endfor -%}
        {% endfor -%}
        {% for class in classes -%}
            max(case when field = '' then ln({{ class }}) end) as size_{{ class }}{{ "," if not loop.last }}
        {% endfor %}
    from {{ parameters }}
),

likelihoods as (
    select
        {{ patterns }}.pattern,
        {{ patterns }}.pair_count,
        {% for field in fields -%}
            {{ patterns }}.{{ field }},
        {% endfor -%}
        {% for class in classes -%}
            size_{{ class }}
            {%- for field in fields %}
            + coalesce({{ firstparty.list_item(field ~ '_' ~ class, patterns ~ '.' ~ field) }}, 0)
            {%- endfor %} as ln_{{ class }}{{ "," if not loop.last }}
        {% endfor %}
    from {{ patterns }}
    cross join logarithms
),

greatest_likelihoods as (
    select
        *,
        greatest({% for class in classes %}ln_{{ class }}{{ ", " if not loop.last }}{% endfor %}) as ln_most
    from likelihoods
),

relative_likelihoods as (
    select
        *,
        {% for class in classes -%}
            exp(ln_{{ class }} - ln_most) as likelihood_{{ class }}{{ "," if not loop.last }}
        {% endfor %}
    from greatest_likelihoods
),

posterior as (
    select
        *,
        {% for class in classes -%}
            likelihood_{{ class }} / (likelihood_u + likelihood_m + likelihood_h + likelihood_n) as share_{{ class }}{{ "," if not loop.last }}
        {% endfor %}
    from relative_likelihoods
)
{%- endmacro %}
