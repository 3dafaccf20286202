{#-
    Lands all rows of one Parquet file, numbered from 1. One file at a time, because each may have other columns: Spark takes those
    of one file for all.
-#}
{% macro land_parquet(relation, plan, file) -%}
    {{ return(adapter.dispatch('land_parquet', 'firstparty')(relation, plan, file)) }}
{%- endmacro %}

{% macro duckdb__land_parquet(relation, plan, file) -%}
    {%- set source = "read_parquet(" ~ firstparty.text_literal(file) ~ ")" -%}
    {%- do firstparty.land_relation(
        relation, plan, firstparty.described_columns(source), source, file, 'row_number() over ()'
    ) -%}
{%- endmacro %}

{% macro spark__land_parquet(relation, plan, file) -%}
    {%- set source = relation ~ "_file" -%}
    {%- set place = firstparty.spark__landing_location(plan.path) ~ file[firstparty.spark__landing_folder(plan.path) | length:] -%}
    {%- do run_query("drop table if exists " ~ source) -%}
    {%- do run_query("create table " ~ source ~ " using parquet location " ~ firstparty.text_literal(place)) -%}
    {%- do firstparty.land_relation(
        relation, plan, firstparty.described_columns(source), source, file, '_metadata.row_index + 1'
    ) -%}
    {%- do run_query("drop table " ~ source) -%}
{%- endmacro %}

{% macro default__land_parquet(relation, plan, file) -%}
    {{ firstparty.raise_unsupported_engine('land_parquet') }}
{%- endmacro %}
