{#-
    A statement that deletes from a table of names (name_text) those that no record has any more, for a hook. Nothing where the
    format of tables cannot delete single rows (Parquet on Spark): there they go with the table.
-#}
{% macro forget_other_names(relation, records) -%}
    {{ return(adapter.dispatch('forget_other_names', 'firstparty')(relation, records)) }}
{%- endmacro %}

{% macro duckdb__forget_other_names(relation, records) -%}
    delete from {{ relation }}
    where
        not exists (select 1 from {{ records }} where given_name = name_text)
        and not exists (select 1 from {{ records }} where family_name = name_text)
{%- endmacro %}

{% macro spark__forget_other_names(relation, records) -%}
    {%- if firstparty.spark_format_changes_rows() -%}
        {{ firstparty.duckdb__forget_other_names(relation, records) }}
    {%- endif -%}
{%- endmacro %}

{% macro default__forget_other_names(relation, records) -%}
    {{ firstparty.raise_unsupported_engine('forget_other_names') }}
{%- endmacro %}
