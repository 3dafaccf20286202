{#- Whether the format of tables on Spark can change and delete single rows; Parquet cannot. -#}
{% macro spark_format_changes_rows() -%}
    {{ return(env_var('FIRSTPARTY_SPARK_FORMAT', 'parquet') in ['delta', 'iceberg']) }}
{%- endmacro %}
