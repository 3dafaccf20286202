{#-
    Text to a UTC timestamp without zone; null when it cannot be read. ISO 8601, offset or Z honoured, no offset meaning UTC.
    DuckDB's cast to TIMESTAMP silently drops the offset, so the text goes through TIMESTAMP WITH TIME ZONE.
    Spark's session zone must be UTC for the same reason.
-#}
{% macro try_timestamp(expression) -%}
    {{ return(adapter.dispatch('try_timestamp', 'firstparty')(expression)) }}
{%- endmacro %}

{% macro duckdb__try_timestamp(expression) -%}
    (try_cast({{ expression }} as timestamp with time zone) at time zone 'UTC')
{%- endmacro %}

{% macro spark__try_timestamp(expression) -%}
    try_cast({{ expression }} as timestamp)
{%- endmacro %}

{% macro default__try_timestamp(expression) -%}
    {{ firstparty.raise_unsupported_engine('try_timestamp') }}
{%- endmacro %}
