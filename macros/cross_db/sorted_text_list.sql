{#-
    Aggregate: the values of a group as one text, sorted, so that equal groups give equal text whatever the row order.
    Nulls are left out; a group of nulls gives null on DuckDB and '' on Spark without the nullif.
-#}
{% macro sorted_text_list(expression, separator="', '", distinct=true) -%}
    {{ return(adapter.dispatch('sorted_text_list', 'firstparty')(expression, separator, distinct)) }}
{%- endmacro %}

{% macro duckdb__sorted_text_list(expression, separator="', '", distinct=true) -%}
    string_agg({{ 'distinct ' if distinct }}{{ expression }}, {{ separator }} order by {{ expression }})
{%- endmacro %}

{% macro spark__sorted_text_list(expression, separator="', '", distinct=true) -%}
    nullif(array_join(array_sort({{ 'collect_set' if distinct else 'collect_list' }}({{ expression }})), {{ separator }}), '')
{%- endmacro %}

{% macro default__sorted_text_list(expression, separator="', '", distinct=true) -%}
    {{ firstparty.raise_unsupported_engine('sorted_text_list') }}
{%- endmacro %}
