{#-
    Whether an engine works out only once what several places of a query read. Spark does not: it plans a CTE anew for each place
    that reads it, so the plan of a query in which CTEs read CTEs twice grows with a power of two, and takes minutes without a row.
-#}
{% macro keeps_ctes() -%}
    {{ return(adapter.dispatch('keeps_ctes', 'firstparty')()) }}
{%- endmacro %}

{% macro duckdb__keeps_ctes() -%}
    {{ return(true) }}
{%- endmacro %}

{% macro spark__keeps_ctes() -%}
    {{ return(false) }}
{%- endmacro %}

{% macro default__keeps_ctes() -%}
    {{ firstparty.raise_unsupported_engine('keeps_ctes') }}
{%- endmacro %}
