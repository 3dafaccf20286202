{#-
    The address of a table that lives only while a model is built. DuckDB has temporary tables, which need no schema. Spark has
    none, and its temporary views are worked out anew at every use, so there it is a real table beside the model.
-#}
{% macro scratch_table(name) -%}
    {{ return(adapter.dispatch('scratch_table', 'firstparty')(name)) }}
{%- endmacro %}

{% macro duckdb__scratch_table(name) -%}
    {{ name }}
{%- endmacro %}

{% macro spark__scratch_table(name) -%}
    {{ this.schema }}.{{ name }}
{%- endmacro %}

{% macro default__scratch_table(name) -%}
    {{ firstparty.raise_unsupported_engine('scratch_table') }}
{%- endmacro %}
