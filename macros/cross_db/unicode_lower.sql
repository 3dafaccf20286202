{#-
    Lower case as Unicode has it, which is what the platforms' own libraries (Python, JavaScript) give and so what must be hashed.
    DuckDB's lower() knows neither of the two special cases: it makes İ a plain i (it is i and a combining dot above) and a Σ that
    ends a word σ (it is ς). Spark's lower() is Java's, which knows both.
-#}
{% macro unicode_lower(expression) -%}
    {{ return(adapter.dispatch('unicode_lower', 'firstparty')(expression)) }}
{%- endmacro %}

{% macro duckdb__unicode_lower(expression) -%}
    lower(regexp_replace(replace({{ expression }}, 'İ', 'i̇'), '(\p{L}\p{M}*)Σ(\P{L}|$)', '\1ς\2', 'g'))
{%- endmacro %}

{% macro spark__unicode_lower(expression) -%}
    lower({{ expression }})
{%- endmacro %}

{% macro default__unicode_lower(expression) -%}
    {{ firstparty.raise_unsupported_engine('unicode_lower') }}
{%- endmacro %}
