{#-
    A typed value as the text that a CSV file would hold; a whole number that a tool keeps as a floating one says 7.0 where every
    text format says 7. DuckDB's own casts are the measure, but for the sign of a nan, which other engines do not keep. Spark writes
    large and small floating numbers its own way (1.0E7), hence the Python function number_text, and leaves out the zone of a moment.
    Nested and binary values are written as the engine writes them.
-#}
{% macro delivered_text(expression, type) -%}
    {{ return(adapter.dispatch('delivered_text', 'firstparty')(expression, type)) }}
{%- endmacro %}

{% macro duckdb__delivered_text(expression, type) -%}
    {%- set text = "cast(" ~ expression ~ " as string)" -%}
    {{ "regexp_replace(" ~ text ~ ", '[.]0$|^-(nan)$', '\\1')" if type | lower in ['double', 'float'] else text }}
{%- endmacro %}

{% macro spark__delivered_text(expression, type) -%}
    {%- set text = "cast(" ~ expression ~ " as string)" -%}
    {{ "regexp_replace(number_text(" ~ text ~ "), '[.]0$', '')" if type | lower in ['double', 'float']
        else text ~ " || '+00'" if type == 'timestamp' else text }}
{%- endmacro %}

{% macro default__delivered_text(expression, type) -%}
    {{ firstparty.raise_unsupported_engine('delivered_text') }}
{%- endmacro %}
