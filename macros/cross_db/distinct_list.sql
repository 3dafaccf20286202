{#-
    Aggregate: the different values of a group as a sorted list; nulls are left out, and a group of nulls gives null.
-#}
{% macro distinct_list(expression) -%}
    {{ return(adapter.dispatch('distinct_list', 'firstparty')(expression)) }}
{%- endmacro %}

{% macro duckdb__distinct_list(expression) -%}
    list(distinct {{ expression }} order by {{ expression }}) filter (where {{ expression }} is not null)
{%- endmacro %}

{% macro spark__distinct_list(expression) -%}
    nullif(array_sort(collect_set({{ expression }})), array())
{%- endmacro %}

{% macro default__distinct_list(expression) -%}
    {{ firstparty.raise_unsupported_engine('distinct_list') }}
{%- endmacro %}
