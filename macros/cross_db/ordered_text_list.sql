{#-
    Aggregate: the values of a group as one text, in the order of another expression. On Spark collect_list has no order, and the
    separator must be a constant.
-#}
{% macro ordered_text_list(expression, separator, ordering) -%}
    {{ return(adapter.dispatch('ordered_text_list', 'firstparty')(expression, separator, ordering)) }}
{%- endmacro %}

{% macro duckdb__ordered_text_list(expression, separator, ordering) -%}
    string_agg({{ expression }}, {{ separator }} order by {{ ordering }})
{%- endmacro %}

{% macro spark__ordered_text_list(expression, separator, ordering) -%}
    listagg({{ expression }}, {{ separator }}) within group (order by {{ ordering }})
{%- endmacro %}

{% macro default__ordered_text_list(expression, separator, ordering) -%}
    {{ firstparty.raise_unsupported_engine('ordered_text_list') }}
{%- endmacro %}
