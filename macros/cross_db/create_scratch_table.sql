{#-
    Runs a query and keeps its rows in a scratch table, in place of one that an earlier build left behind. The query must not
    read the table it makes: Spark cannot replace what it reads. Spark takes the Hive text format, which has no line breaks within
    a value, unless told another.
-#}
{% macro create_scratch_table(relation, query) -%}
    {{ return(adapter.dispatch('create_scratch_table', 'firstparty')(relation, query)) }}
{%- endmacro %}

{% macro duckdb__create_scratch_table(relation, query) -%}
    {%- do firstparty.run_sql("create or replace temporary table " ~ relation ~ " as " ~ query) -%}
{%- endmacro %}

{% macro spark__create_scratch_table(relation, query) -%}
    {%- do firstparty.drop_table(relation) -%}
    {%- do firstparty.run_sql("create table " ~ relation ~ " using parquet as " ~ query) -%}
{%- endmacro %}

{% macro default__create_scratch_table(relation, query) -%}
    {{ firstparty.raise_unsupported_engine('create_scratch_table') }}
{%- endmacro %}
