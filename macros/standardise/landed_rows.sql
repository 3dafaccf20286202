{#- The scratch table that holds the raw rows of the model being built; only a model materialized as `landed` has one. -#}
{% macro landed_rows() -%}
    {{ return(firstparty.scratch_table(this.identifier ~ '__landed_rows')) }}
{%- endmacro %}


{#- Hash, file, row and copy number of those rows alone, where an engine keeps what changed. -#}
{% macro landed_numbers() -%}
    {{ return(firstparty.landed_rows() ~ '_numbers') }}
{%- endmacro %}
