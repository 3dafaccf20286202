{#- Runs SQL, as one call; an engine that keeps changes takes several statements in one. -#}
{% macro run_sql(sql) -%}
    {% call statement('run_sql') -%}
        {{ sql }}
    {%- endcall %}
{%- endmacro %}


{#- Runs SQL, as one call, and gives the first row of what its last statement gives. -#}
{% macro answer(sql) -%}
    {% call statement('answer', fetch_result=True) -%}
        {{ sql }}
    {%- endcall %}
    {{ return(load_result('answer').data[0]) }}
{%- endmacro %}


{#- Drops a table, where it is. dbt's own way to drop one builds all macros anew, each time. -#}
{% macro drop_table(relation) -%}
    {%- do firstparty.run_sql("drop table if exists " ~ relation) -%}
{%- endmacro %}
