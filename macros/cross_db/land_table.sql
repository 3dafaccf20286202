{#-
    Lands all rows of a table whose columns need no parsing, numbered from 1. Spark numbers rows within each part of a table
    only, and a window over all rows would bring them to one machine: the sizes of the parts before are added instead. A
    table has no order there, so which row has which number is Spark's choice.
-#}
{% macro land_table(relation, plan) -%}
    {{ return(adapter.dispatch('land_table', 'firstparty')(relation, plan)) }}
{%- endmacro %}

{% macro duckdb__land_table(relation, plan) -%}
    {%- do firstparty.land_relation(
        relation, plan, firstparty.described_columns(plan.table), plan.table, plan.table, 'row_number() over ()'
    ) -%}
{%- endmacro %}

{% macro spark__land_table(relation, plan) -%}
    {%- do firstparty.create_scratch_table(
        relation ~ "_placed", "select *, monotonically_increasing_id() as _place from " ~ plan.table
    ) -%}
    {%- do firstparty.create_scratch_table(relation ~ "_numbered", "
        with
        placed_rows as (
            select *, shiftright(_place, 33) as _part from " ~ relation ~ "_placed
        ),
        part_sizes as (
            select _part as part, count(*) as row_count from placed_rows group by _part
        ),
        part_starts as (
            select part, sum(row_count) over (order by part) - row_count as rows_before from part_sizes
        )
        select placed_rows.*, _place - shiftleft(_part, 33) + rows_before + 1 as _number
        from placed_rows
        inner join part_starts on placed_rows._part = part_starts.part
    ") -%}
    {%- do firstparty.land_relation(
        relation, plan, firstparty.described_columns(plan.table), relation ~ "_numbered", plan.table, '_number'
    ) -%}
    {%- for part in ['placed', 'numbered'] -%}
        {%- do run_query("drop table " ~ relation ~ "_" ~ part) -%}
    {%- endfor -%}
{%- endmacro %}

{% macro default__land_table(relation, plan) -%}
    {{ firstparty.raise_unsupported_engine('land_table') }}
{%- endmacro %}
