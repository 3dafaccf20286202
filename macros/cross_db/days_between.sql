{#-
    Whole days from one date or timestamp to another, by calendar day. Argument order is reversed on Spark, whose number
    is an int, too.
-#}
{% macro days_between(start, end) -%}
    {{ return(adapter.dispatch('days_between', 'firstparty')(start, end)) }}
{%- endmacro %}

{% macro duckdb__days_between(start, end) -%}
    date_diff('day', cast({{ start }} as date), cast({{ end }} as date))
{%- endmacro %}

{% macro spark__days_between(start, end) -%}
    cast(datediff(cast({{ end }} as date), cast({{ start }} as date)) as bigint)
{%- endmacro %}

{% macro default__days_between(start, end) -%}
    {{ firstparty.raise_unsupported_engine('days_between') }}
{%- endmacro %}
