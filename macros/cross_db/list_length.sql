{#-
    How many items a list has; null for null. Spark's size() gives -1 for null when its ANSI mode is off.
-#}
{% macro list_length(list) -%}
    {{ return(adapter.dispatch('list_length', 'firstparty')(list)) }}
{%- endmacro %}

{% macro duckdb__list_length(list) -%}
    len({{ list }})
{%- endmacro %}

{% macro spark__list_length(list) -%}
    array_size({{ list }})
{%- endmacro %}

{% macro default__list_length(list) -%}
    {{ firstparty.raise_unsupported_engine('list_length') }}
{%- endmacro %}
