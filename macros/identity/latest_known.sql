{#-
    Aggregate over the person rows of one record: the latest value that is not null. A later row that does not know
    an attribute does not unlearn it.
-#}
{% macro latest_known(column) -%}
    {{ firstparty.value_at_max(column, 'row_rank') }} filter (where {{ column }} is not null)
{%- endmacro %}
