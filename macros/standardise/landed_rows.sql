{#- The scratch table that holds the raw rows of the model being built; only a model materialized as `landed` has one. -#}
{% macro landed_rows() -%}
    {{ return(firstparty.scratch_table(this.identifier ~ '__landed_rows')) }}
{%- endmacro %}


{#- Hash, file, row and copy number of those rows alone, where an engine keeps what changed and all rows are landed anew. -#}
{% macro landed_numbers() -%}
    {{ return(firstparty.landed_rows() ~ '_numbers') }}
{%- endmacro %}


{#-
    The query of the landed rows whose hash a query gives. Where they can be read again they are found by their numbers, and nothing is
    made of the others.
-#}
{% macro landed_rows_of(hashes) -%}
    {%- set of_hashes = "where _row_hash in (" ~ hashes ~ ")" -%}
    {%- if model.get('numbered_rows') -%}
        {%- set numbers = firstparty.landed_numbers() -%}
        {{ model.numbered_rows | replace(numbers ~ " as", "(select * from " ~ numbers ~ " " ~ of_hashes ~ ") as") }}
    {%- else -%}
        select * from {{ firstparty.landed_rows() }} {{ of_hashes }}
    {%- endif -%}
{%- endmacro %}


{#- The query of the landed rows that the model being built judges: all, or those of affected keys, which are hashes. -#}
{% macro landed_rows_to_judge() -%}
    {%- if firstparty.is_of_changes() -%}
        {{ firstparty.landed_rows_of("select * from " ~ firstparty.affected_keys()) }}
    {%- else -%}
        select * from {{ firstparty.landed_rows() }}
    {%- endif -%}
{%- endmacro %}
