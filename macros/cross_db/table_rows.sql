{#-
    The query for all rows of a table, numbered from 1, and the statements that drop what it reads; where it can be read again, also the
    query of its rows with the hashes and numbers that were kept of them. Spark numbers rows within each part of a table
    only, and a window over all rows would bring them to one machine: the sizes of the parts before are added instead. A
    table has no order there, so which row has which number is Spark's choice.
-#}
{% macro table_rows(relation, plan, numbers) -%}
    {{ return(adapter.dispatch('table_rows', 'firstparty')(relation, plan, numbers)) }}
{%- endmacro %}

{% macro duckdb__table_rows(relation, plan, numbers) -%}
    {%- set columns = firstparty.described_columns(plan.table) -%}
    {%- set source = "(select *, row_number() over () - 1 as _source_place from " ~ plan.table ~ ")" -%}
    {%- set place = 'delivered._source_place' -%}
    {{ return({
        'file': plan.table,
        'query': firstparty.relation_rows(plan, columns, source, plan.table, place),
        'of_places': firstparty.relation_rows(plan, columns, source, plan.table, place, places=plan.places),
        'codes': firstparty.relation_codes(plan, columns, source, plan.table, place),
        'numbered': firstparty.relation_rows(plan, columns, source, plan.table, place, numbers),
        'cleanup': [],
    }) }}
{%- endmacro %}

{% macro spark__table_rows(relation, plan, numbers) -%}
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
        select placed_rows.*, _place - shiftleft(_part, 33) + rows_before as _number
        from placed_rows
        inner join part_starts on placed_rows._part = part_starts.part
    ") -%}
    {{ return({
        'query': firstparty.relation_rows(
            plan, firstparty.described_columns(plan.table), relation ~ "_numbered", plan.table, 'delivered._number'
        ),
        'cleanup': ["drop table " ~ relation ~ "_placed", "drop table " ~ relation ~ "_numbered"],
    }) }}
{%- endmacro %}

{% macro default__table_rows(relation, plan, numbers) -%}
    {{ firstparty.raise_unsupported_engine('table_rows') }}
{%- endmacro %}
