{#-
    Runs SQL, as one call; an engine that keeps changes takes several statements in one. Begins a transaction where there are some and none
    is open.
-#}
{% macro run_sql(sql) -%}
    {{ return(adapter.dispatch('run_sql', 'firstparty')(sql)) }}
{%- endmacro %}

{#- dbt's own block for a statement makes a table of what it gives, empty or not, which takes longer than many a statement. -#}
{% macro duckdb__run_sql(sql) -%}
    {%- do adapter.add_query(sql) -%}
{%- endmacro %}

{% macro spark__run_sql(sql) -%}
    {% call statement('run_sql') -%}
        {{ sql }}
    {%- endcall %}
{%- endmacro %}

{% macro default__run_sql(sql) -%}
    {{ firstparty.raise_unsupported_engine('run_sql') }}
{%- endmacro %}


{#- Runs SQL, as one call, and gives the rows of what its last statement gives. -#}
{% macro answers(sql) -%}
    {{ return(adapter.dispatch('answers', 'firstparty')(sql)) }}
{%- endmacro %}

{% macro duckdb__answers(sql) -%}
    {{ return(adapter.add_query(sql)[1].fetchall()) }}
{%- endmacro %}

{% macro spark__answers(sql) -%}
    {% call statement('answers', fetch_result=True) -%}
        {{ sql }}
    {%- endcall %}
    {{ return(load_result('answers').data) }}
{%- endmacro %}

{% macro default__answers(sql) -%}
    {{ firstparty.raise_unsupported_engine('answers') }}
{%- endmacro %}


{#- Runs SQL, as one call, and gives the first row of what its last statement gives. -#}
{% macro answer(sql) -%}
    {{ return(firstparty.answers(sql)[0]) }}
{%- endmacro %}


{#- Drops a table, where it is. dbt's own way to drop one builds all macros anew, each time. -#}
{% macro drop_table(relation) -%}
    {%- do firstparty.run_sql("drop table if exists " ~ relation) -%}
{%- endmacro %}
