{#-
    Whether a scratch view may stand for rows that are read again from where they lie: DuckDB's temporary tables stay in memory until
    the build ends, its views of files are cheap.
-#}
{% macro keeps_queries() -%}
    {{ return(adapter.dispatch('keeps_queries', 'firstparty')()) }}
{%- endmacro %}

{% macro duckdb__keeps_queries() -%}
    {{ return(true) }}
{%- endmacro %}

{% macro spark__keeps_queries() -%}
    {{ return(false) }}
{%- endmacro %}

{% macro default__keeps_queries() -%}
    {{ firstparty.raise_unsupported_engine('keeps_queries') }}
{%- endmacro %}
