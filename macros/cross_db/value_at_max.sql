{#-
    Aggregate: the value in the row with the greatest ordering key. The ordering must be total within the group,
    else the engines may pick different rows. Both ignore rows whose ordering is null; DuckDB's arg_max also
    skips null values, so max_by is asked for on neither: arg_max_null keeps them, as Spark does.
-#}
{% macro value_at_max(value, ordering) -%}
    {{ return(adapter.dispatch('value_at_max', 'firstparty')(value, ordering)) }}
{%- endmacro %}

{% macro duckdb__value_at_max(value, ordering) -%}
    arg_max_null({{ value }}, {{ ordering }})
{%- endmacro %}

{% macro spark__value_at_max(value, ordering) -%}
    max_by({{ value }}, {{ ordering }})
{%- endmacro %}

{% macro default__value_at_max(value, ordering) -%}
    {{ firstparty.raise_unsupported_engine('value_at_max') }}
{%- endmacro %}
