{#-
    How many different items two lists share; null where one is null.
-#}
{% macro shared_item_count(left, right) -%}
    {{ return(adapter.dispatch('shared_item_count', 'firstparty')(left, right)) }}
{%- endmacro %}

{% macro duckdb__shared_item_count(left, right) -%}
    len(list_intersect({{ left }}, {{ right }}))
{%- endmacro %}

{% macro spark__shared_item_count(left, right) -%}
    array_size(array_intersect({{ left }}, {{ right }}))
{%- endmacro %}

{% macro default__shared_item_count(left, right) -%}
    {{ firstparty.raise_unsupported_engine('shared_item_count') }}
{%- endmacro %}
