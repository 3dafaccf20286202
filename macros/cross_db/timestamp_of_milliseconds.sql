{#-
    UTC timestamp without zone from milliseconds since 1970-01-01 00:00 UTC. Spark's timestamp_millis shows the moment in the
    session's zone, which must be UTC.
-#}
{% macro timestamp_of_milliseconds(expression) -%}
    {{ return(adapter.dispatch('timestamp_of_milliseconds', 'firstparty')(expression)) }}
{%- endmacro %}

{% macro duckdb__timestamp_of_milliseconds(expression) -%}
    epoch_ms({{ expression }})
{%- endmacro %}

{% macro spark__timestamp_of_milliseconds(expression) -%}
    timestamp_millis({{ expression }})
{%- endmacro %}

{% macro default__timestamp_of_milliseconds(expression) -%}
    {{ firstparty.raise_unsupported_engine('timestamp_of_milliseconds') }}
{%- endmacro %}
