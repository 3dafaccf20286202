{#-
    Before an incremental model replaces parts of its table: removes those that the query no longer has at all, which replacing
    would leave behind. Parts are values of one column. Parquet on Spark drops partitions, for it cannot delete rows.
-#}
{% macro remove_partitions(column, source) -%}
    {{ return(adapter.dispatch('remove_partitions', 'firstparty')(column, source)) }}
{%- endmacro %}

{% macro duckdb__remove_partitions(column, source) -%}
    {%- if firstparty.is_incremental() -%}
        delete from {{ this }} where {{ column }} not in (select {{ column }} from {{ source }})
    {%- endif -%}
{%- endmacro %}

{% macro spark__remove_partitions(column, source) -%}
    {%- if firstparty.spark_format_changes_rows() -%}
        {{ return(firstparty.duckdb__remove_partitions(column, source)) }}
    {%- elif execute and firstparty.is_incremental() -%}
        {%- set gone = run_query(
            "select distinct cast(" ~ column ~ " as string) from " ~ this
            ~ " where " ~ column ~ " not in (select " ~ column ~ " from " ~ source ~ ")"
        ).columns[0].values() -%}
        {%- if gone -%}
            alter table {{ this }} drop if exists
            {%- for value in gone %} partition ({{ column }} = '{{ value }}'){{ "," if not loop.last }}{% endfor %}
        {%- endif -%}
    {%- endif -%}
{%- endmacro %}

{% macro default__remove_partitions(column, source) -%}
    {{ firstparty.raise_unsupported_engine('remove_partitions') }}
{%- endmacro %}
