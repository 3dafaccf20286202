{#-
    Builds the model that is at work by the engine's own table materialization, then lets go of the scratch table that it reads:
    DuckDB's goes by itself when the build ends, Spark's is a real one.
-#}
{% macro materialize_over_scratch_table(relation) -%}
    {{ return(adapter.dispatch('materialize_over_scratch_table', 'firstparty')(relation)) }}
{%- endmacro %}

{% macro duckdb__materialize_over_scratch_table(relation) -%}
    {{ return(dbt.materialization_table_duckdb()) }}
{%- endmacro %}

{% macro spark__materialize_over_scratch_table(relation) -%}
    {%- set relations = dbt.materialization_table_spark() -%}
    {%- do run_query("drop table " ~ relation) -%}
    {{ return(relations) }}
{%- endmacro %}

{% macro default__materialize_over_scratch_table(relation) -%}
    {{ firstparty.raise_unsupported_engine('materialize_over_scratch_table') }}
{%- endmacro %}
