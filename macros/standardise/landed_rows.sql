{#- The scratch table that holds the raw rows of the model being built; only a model materialized as `landed` has one. -#}
{% macro landed_rows() -%}
    {{ return(firstparty.scratch_table(this.identifier ~ '__landed_rows')) }}
{%- endmacro %}
