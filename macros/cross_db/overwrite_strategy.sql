{#-
    The incremental strategy of a model that replaces whole parts of its table, each part one value of the column that is both
    its `unique_key` and its `partition_by`.
-#}
{% macro overwrite_strategy() -%}
    {{ return(adapter.dispatch('overwrite_strategy', 'firstparty')()) }}
{%- endmacro %}

{% macro duckdb__overwrite_strategy() -%}
    {{ return('delete+insert') }}
{%- endmacro %}

{% macro spark__overwrite_strategy() -%}
    {{ return('insert_overwrite') }}
{%- endmacro %}

{% macro default__overwrite_strategy() -%}
    {{ firstparty.raise_unsupported_engine('overwrite_strategy') }}
{%- endmacro %}
