{#-
    Replaces every match of a regular expression. DuckDB replaces only the first without the 'g' option. Patterns must stay in
    what RE2 and Java share: \p{L} and \p{N} for letters and digits (\w is ASCII on both), no look-around.
    The pattern is a raw SQL literal: Spark needs r'…' to keep the backslashes, and cannot hold a single quote: write \x27.
    A capture group in the replacement is written \1, which is $1 on Spark.
-#}
{% macro replace_pattern(expression, pattern, replacement) -%}
    {{ return(adapter.dispatch('replace_pattern', 'firstparty')(expression, pattern, replacement)) }}
{%- endmacro %}

{% macro duckdb__replace_pattern(expression, pattern, replacement) -%}
    regexp_replace({{ expression }}, '{{ pattern }}', '{{ replacement }}', 'g')
{%- endmacro %}

{% macro spark__replace_pattern(expression, pattern, replacement) -%}
    regexp_replace({{ expression }}, r'{{ pattern }}', '{{ replacement | replace('\\', '$') }}')
{%- endmacro %}

{% macro default__replace_pattern(expression, pattern, replacement) -%}
    {{ firstparty.raise_unsupported_engine('replace_pattern') }}
{%- endmacro %}
