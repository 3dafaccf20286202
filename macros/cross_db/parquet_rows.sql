{#-
    The query for all rows of one Parquet file, numbered from 1, and the statements that drop what it reads; where it can be read again, also
    the query of its rows with the hashes and numbers that were kept of them. One file at a time,
    because each may have other columns: Spark takes those of one file for all. The table over the file is external: to drop it
    deletes no file.
-#}
{% macro parquet_rows(relation, plan, file, numbers) -%}
    {{ return(adapter.dispatch('parquet_rows', 'firstparty')(relation, plan, file, numbers)) }}
{%- endmacro %}

{% macro duckdb__parquet_rows(relation, plan, file, numbers) -%}
    {%- set source = "read_parquet(" ~ firstparty.text_literal(file) ~ ")" -%}
    {%- set columns = firstparty.described_columns(source) -%}
    {#- The number that the reader knows lets it read on several threads, unless a column of the file has its name. -#}
    {%- if 'file_row_number' in columns | map('first') | map('lower') -%}
        {%- set place = 'delivered._source_place' -%}
        {%- set source = "(select *, row_number() over () - 1 as _source_place from " ~ source ~ ")" -%}
    {%- else -%}
        {%- set place = 'delivered.file_row_number' -%}
    {%- endif -%}
    {{ return({
        'file': file,
        'query': firstparty.relation_rows(plan, columns, source, file, place),
        'of_places': firstparty.relation_rows(plan, columns, source, file, place, places=plan.places),
        'codes': firstparty.relation_codes(plan, columns, source, file, place),
        'numbered': firstparty.relation_rows(plan, columns, source, file, place, numbers),
        'cleanup': [],
    }) }}
{%- endmacro %}

{% macro spark__parquet_rows(relation, plan, file, numbers) -%}
    {%- set place = firstparty.spark__landing_location(plan.path) ~ file[firstparty.spark__landing_folder(plan.path) | length:] -%}
    {%- do firstparty.drop_table(relation) -%}
    {%- do firstparty.run_sql("create table " ~ relation ~ " using parquet location " ~ firstparty.text_literal(place)) -%}
    {{ return({
        'query': firstparty.relation_rows(
            plan, firstparty.described_columns(relation), relation, file, '_metadata.row_index'
        ),
        'cleanup': ["drop table " ~ relation],
    }) }}
{%- endmacro %}

{% macro default__parquet_rows(relation, plan, file, numbers) -%}
    {{ firstparty.raise_unsupported_engine('parquet_rows') }}
{%- endmacro %}
