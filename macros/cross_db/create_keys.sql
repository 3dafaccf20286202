{#-
    Keeps what a query gives, each once, as keys in a scratch table, by which rows of another table are looked up (is_of_keys). Gives how
    many keys there are, and how many rows that table has. Only for engines that keep changes.

    DuckDB looks for texts by their first letters only, where all keys begin alike, as ids of one source do (crm:1, crm:2), and finds next to
    all of them. So the empty text is a key too, which is nobody's: then it looks for whole texts (as for those of lookup_texts).
-#}
{% macro create_keys(relation, query, looked_up) -%}
    {{ return(adapter.dispatch('create_keys', 'firstparty')(relation, query, looked_up)) }}
{%- endmacro %}

{% macro duckdb__create_keys(relation, query, looked_up) -%}
    {%- set found = firstparty.answer(
        "create or replace temporary table " ~ relation ~ " as select distinct * from (" ~ query ~ ") as keys; "
        ~ "select count(*), (select count(*) from " ~ looked_up ~ "), max(columns(*)) from " ~ relation
    ) -%}
    {%- if found[-1] is string -%}
        {%- do firstparty.run_sql("insert into " ~ relation ~ " select " ~ "null, " * (found | length - 3) ~ "''") -%}
    {%- endif -%}
    {{ return(found[:2]) }}
{%- endmacro %}

{% macro spark__create_keys(relation, query, looked_up) -%}
    {{ firstparty.raise_unsupported_engine('create_keys') }}
{%- endmacro %}

{% macro default__create_keys(relation, query, looked_up) -%}
    {{ firstparty.raise_unsupported_engine('create_keys') }}
{%- endmacro %}


{#- The query of texts by which rows are looked up, none of them empty, in the form in which the engine finds them best. -#}
{% macro lookup_texts(query) -%}
    {{ return(adapter.dispatch('lookup_texts', 'firstparty')(query)) }}
{%- endmacro %}

{% macro duckdb__lookup_texts(query) -%}
    {{ query }} union all select ''
{%- endmacro %}

{% macro spark__lookup_texts(query) -%}
    {{ query }}
{%- endmacro %}

{% macro default__lookup_texts(query) -%}
    {{ firstparty.raise_unsupported_engine('lookup_texts') }}
{%- endmacro %}
