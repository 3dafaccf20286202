{#-
    The incremental strategy of a log, which only adds rows: merged by their key where the format can, so that a statement sent
    twice adds nothing; appended where it cannot (Parquet on Spark).
-#}
{% macro log_strategy() -%}
    {{ return(adapter.dispatch('log_strategy', 'firstparty')()) }}
{%- endmacro %}

{% macro duckdb__log_strategy() -%}
    {{ return('merge') }}
{%- endmacro %}

{% macro spark__log_strategy() -%}
    {{ return('merge' if firstparty.spark_format_changes_rows() else 'append') }}
{%- endmacro %}

{% macro default__log_strategy() -%}
    {{ firstparty.raise_unsupported_engine('log_strategy') }}
{%- endmacro %}
