{#-
    Aggregate: the values of the rows that meet a condition, as a list in the order of their place.
-#}
{% macro list_in_order(value, place, condition) -%}
    {{ return(adapter.dispatch('list_in_order', 'firstparty')(value, place, condition)) }}
{%- endmacro %}

{% macro duckdb__list_in_order(value, place, condition) -%}
    list({{ value }} order by {{ place }}) filter (where {{ condition }})
{%- endmacro %}

{% macro spark__list_in_order(value, place, condition) -%}
    transform(
        array_sort(collect_list(struct({{ place }} as place, {{ value }} as item)) filter (where {{ condition }})),
        entry -> entry.item
    )
{%- endmacro %}

{% macro default__list_in_order(value, place, condition) -%}
    {{ firstparty.raise_unsupported_engine('list_in_order') }}
{%- endmacro %}
