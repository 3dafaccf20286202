{#-
    An amount divided by a count, rounded half up to cents; null when the count is zero or either is null. In whole cents, for DuckDB divides
    decimals as floating numbers and Spark exactly: 141.075 becomes 141.07 on one and 141.08 on the other. Amounts are not negative.
-#}
{% macro amount_per_item(amount, item_count) -%}
    {%- set doubled = "(2 * cast(" ~ amount ~ " * 100 as bigint) + " ~ item_count ~ ")" -%}
    {%- set divisor = "nullif(2 * " ~ item_count ~ ", 0)" -%}
    cast(cast(({{ doubled }} - {{ doubled }} % {{ divisor }}) / {{ divisor }} as bigint) / 100.0 as decimal(18, 2))
{%- endmacro %}
