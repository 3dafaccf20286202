{#-
    The item of a list at a place, counted from 1; null past its end. In brackets DuckDB counts from 1, Spark from 0.
-#}
{% macro list_item(list, place) -%}
    {{ return(adapter.dispatch('list_item', 'firstparty')(list, place)) }}
{%- endmacro %}

{% macro duckdb__list_item(list, place) -%}
    {{ list }}[{{ place }}]
{%- endmacro %}

{% macro spark__list_item(list, place) -%}
    try_element_at({{ list }}, {{ place }})
{%- endmacro %}

{% macro default__list_item(list, place) -%}
    {{ firstparty.raise_unsupported_engine('list_item') }}
{%- endmacro %}
