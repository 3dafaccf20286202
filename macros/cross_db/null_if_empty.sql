{#-
    A text, null where it is ''. DuckDB's nullif is a macro that writes its argument twice, so that one within another within a third
    is written eight times, and prepared as often; here it is written once.
-#}
{% macro null_if_empty(expression) -%}
    {{ return(adapter.dispatch('null_if_empty', 'firstparty')(expression)) }}
{%- endmacro %}

{% macro duckdb__null_if_empty(expression) -%}
    {{ firstparty.kept_where(expression, "value <> ''") }}
{%- endmacro %}

{% macro spark__null_if_empty(expression) -%}
    nullif({{ expression }}, '')
{%- endmacro %}

{% macro default__null_if_empty(expression) -%}
    {{ firstparty.raise_unsupported_engine('null_if_empty') }}
{%- endmacro %}
