{#-
    Text to a UTC timestamp by the first of several strptime formats that reads all of it; null when none does.
    Formats are written as DuckDB writes them (%Y-%m-%d) and translated for Spark, whose letters differ.
    Spark's try_to_timestamp rejects a missing leading zero where DuckDB accepts it; single letters are used there.
-#}
{% macro try_timestamp_format(expression, formats) -%}
    {{ return(adapter.dispatch('try_timestamp_format', 'firstparty')(expression, formats)) }}
{%- endmacro %}

{% macro duckdb__try_timestamp_format(expression, formats) -%}
    coalesce(
    {%- for format in formats %}
        try_strptime({{ expression }}, '{{ format }}'),
    {%- endfor %}
        null
    )
{%- endmacro %}

{% macro spark__try_timestamp_format(expression, formats) -%}
    coalesce(
    {%- for format in formats %}
        try_to_timestamp({{ expression }}, '{{
            format.replace('%Y', 'yyyy').replace('%m', 'M').replace('%d', 'd').replace('%H', 'H')
            .replace('%M', 'm').replace('%S', 's').replace('%b', 'MMM').replace('%B', 'MMMM')
        }}'),
    {%- endfor %}
        null
    )
{%- endmacro %}

{% macro default__try_timestamp_format(expression, formats) -%}
    {{ firstparty.raise_unsupported_engine('try_timestamp_format') }}
{%- endmacro %}
