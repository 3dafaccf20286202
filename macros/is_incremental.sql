{#- dbt's own test of whether a model adds to what is there, except that a compile without introspection never asks the
    warehouse: it has no connection, and dbt's version would fail on it. Such a compile shows the first build. -#}
{% macro is_incremental() -%}
    {{ return(flags.INTROSPECT and dbt.is_incremental()) }}
{%- endmacro %}
