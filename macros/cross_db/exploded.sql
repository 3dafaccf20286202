{#-
    In a select list: one row for each item of a list, none for null.
-#}
{% macro exploded(list) -%}
    {{ return(adapter.dispatch('exploded', 'firstparty')(list)) }}
{%- endmacro %}

{% macro duckdb__exploded(list) -%}
    unnest({{ list }})
{%- endmacro %}

{% macro spark__exploded(list) -%}
    explode({{ list }})
{%- endmacro %}

{% macro default__exploded(list) -%}
    {{ firstparty.raise_unsupported_engine('exploded') }}
{%- endmacro %}
