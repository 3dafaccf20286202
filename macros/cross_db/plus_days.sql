{#-
    A timestamp a number of days later. The number may be an expression: DuckDB's interval literal takes only constants.
-#}
{% macro plus_days(moment, days) -%}
    {{ return(adapter.dispatch('plus_days', 'firstparty')(moment, days)) }}
{%- endmacro %}

{% macro duckdb__plus_days(moment, days) -%}
    ({{ moment }} + to_days(cast({{ days }} as integer)))
{%- endmacro %}

{% macro spark__plus_days(moment, days) -%}
    ({{ moment }} + make_dt_interval(cast({{ days }} as int)))
{%- endmacro %}

{% macro default__plus_days(moment, days) -%}
    {{ firstparty.raise_unsupported_engine('plus_days') }}
{%- endmacro %}
