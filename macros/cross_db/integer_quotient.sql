{#-
    How many times one whole number goes into another. A plain slash gives a float on both engines, inexact above 2^53.
-#}
{% macro integer_quotient(dividend, divisor) -%}
    {{ return(adapter.dispatch('integer_quotient', 'firstparty')(dividend, divisor)) }}
{%- endmacro %}

{% macro duckdb__integer_quotient(dividend, divisor) -%}
    ({{ dividend }}) // ({{ divisor }})
{%- endmacro %}

{% macro spark__integer_quotient(dividend, divisor) -%}
    ({{ dividend }}) div ({{ divisor }})
{%- endmacro %}

{% macro default__integer_quotient(dividend, divisor) -%}
    {{ firstparty.raise_unsupported_engine('integer_quotient') }}
{%- endmacro %}
