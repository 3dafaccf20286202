{#-
    The value of an expression where a condition on it holds, under the name `value`; null elsewhere. The expression is written once:
    a case over it would write it twice, and one within another four times.
-#}
{% macro kept_where(expression, condition) -%}
    {{ return(adapter.dispatch('kept_where', 'firstparty')(expression, condition)) }}
{%- endmacro %}

{% macro duckdb__kept_where(expression, condition) -%}
    list_filter([{{ expression }}], lambda value: {{ condition }})[1]
{%- endmacro %}

{% macro spark__kept_where(expression, condition) -%}
    get(filter(array({{ expression }}), value -> {{ condition }}), 0)
{%- endmacro %}

{% macro default__kept_where(expression, condition) -%}
    {{ firstparty.raise_unsupported_engine('kept_where') }}
{%- endmacro %}
