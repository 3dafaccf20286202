{#-
    A cast that gives null instead of an error. Both engines spell it try_cast, but Spark's also needs its ANSI mode
    types, so only names that both know may be asked for: string, bigint, double, decimal(p, s), date, boolean.
-#}
{% macro try_cast_to(expression, type) -%}
    {{ return(adapter.dispatch('try_cast_to', 'firstparty')(expression, type)) }}
{%- endmacro %}

{% macro duckdb__try_cast_to(expression, type) -%}
    try_cast({{ expression }} as {{ type }})
{%- endmacro %}

{% macro spark__try_cast_to(expression, type) -%}
    try_cast({{ expression }} as {{ type }})
{%- endmacro %}

{% macro default__try_cast_to(expression, type) -%}
    {{ firstparty.raise_unsupported_engine('try_cast_to') }}
{%- endmacro %}
