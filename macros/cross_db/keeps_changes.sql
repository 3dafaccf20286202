{#-
    Whether tables are brought up to date by what changed. On Spark they are made anew: Parquet has no rows to replace, and where
    a cluster is needed most of a build is not worth keeping rows for.
-#}
{% macro keeps_changes() -%}
    {{ return(adapter.dispatch('keeps_changes', 'firstparty')()) }}
{%- endmacro %}

{% macro duckdb__keeps_changes() -%}
    {{ return(true) }}
{%- endmacro %}

{% macro spark__keeps_changes() -%}
    {{ return(false) }}
{%- endmacro %}

{% macro default__keeps_changes() -%}
    {{ firstparty.raise_unsupported_engine('keeps_changes') }}
{%- endmacro %}
