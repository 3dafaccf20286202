{#-
    An expression that ends the statement with an error of its own words when it is evaluated. It has type string, so that it
    can stand in a branch of a CASE beside text. Neither engine evaluates a branch that no row takes, as long as the message
    depends on a column: a constant one is folded, and raised, while the query is planned.
-#}
{% macro stop_with_message(message) -%}
    {{ return(adapter.dispatch('stop_with_message', 'firstparty')(message)) }}
{%- endmacro %}

{% macro duckdb__stop_with_message(message) -%}
    cast(error({{ message }}) as string)
{%- endmacro %}

{% macro spark__stop_with_message(message) -%}
    cast(raise_error({{ message }}) as string)
{%- endmacro %}

{% macro default__stop_with_message(message) -%}
    {{ firstparty.raise_unsupported_engine('stop_with_message') }}
{%- endmacro %}
