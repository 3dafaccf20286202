{#-
    A column name exactly as somebody else writes it, capitals and spaces included. DuckDB quotes with ", Spark with `; a
    name in the wrong quotes is a string on the other engine.
-#}
{% macro header(name) -%}
    {{ return(adapter.dispatch('header', 'firstparty')(name)) }}
{%- endmacro %}

{% macro duckdb__header(name) -%}
    "{{ name | replace('"', '""') }}"
{%- endmacro %}

{% macro spark__header(name) -%}
    `{{ name | replace('`', '``') }}`
{%- endmacro %}

{% macro default__header(name) -%}
    {{ firstparty.raise_unsupported_engine('header') }}
{%- endmacro %}
