{#-
    A date a number of months later, on the last day where the month is shorter. The number may be an expression:
    DuckDB's interval literal takes only constants, and its sum of a date and an interval is a timestamp.
-#}
{% macro plus_months(day, months) -%}
    {{ return(adapter.dispatch('plus_months', 'firstparty')(day, months)) }}
{%- endmacro %}

{% macro duckdb__plus_months(day, months) -%}
    cast(cast({{ day }} as date) + to_months(cast({{ months }} as integer)) as date)
{%- endmacro %}

{% macro spark__plus_months(day, months) -%}
    add_months(cast({{ day }} as date), cast({{ months }} as int))
{%- endmacro %}

{% macro default__plus_months(day, months) -%}
    {{ firstparty.raise_unsupported_engine('plus_months') }}
{%- endmacro %}
