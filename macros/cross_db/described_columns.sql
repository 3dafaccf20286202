{#-
    The columns of a table or table function as the rows of a query: name and type, in the engine's own words. Only for
    materializations: it asks the warehouse.
-#}
{% macro described_columns(source) -%}
    {{ return(adapter.dispatch('described_columns', 'firstparty')(source)) }}
{%- endmacro %}

{% macro duckdb__described_columns(source) -%}
    {{ return(run_query("select column_name, column_type from (describe select * from " ~ source ~ ")").rows) }}
{%- endmacro %}

{% macro spark__described_columns(source) -%}
    {{ return(run_query("describe query select * from " ~ source).rows) }}
{%- endmacro %}

{% macro default__described_columns(source) -%}
    {{ firstparty.raise_unsupported_engine('described_columns') }}
{%- endmacro %}
