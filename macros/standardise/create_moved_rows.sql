{#-
    Makes landed rows of those that an earlier build kept and those that moved since: came, went or changed. A row that stands where one
    with its code stood (`_row_code`, a number of all that it says) is that one: neither its JSON is made nor its hash. Equal rows are
    numbered again where one of them moved; the model remembers the table of their hashes (`moved_hashes`). Only for engines that keep
    changes.
-#}
{% macro create_moved_rows(relation, plan, parts, kept) -%}
    {%- set hashes = relation ~ '_hashes' -%}
    {%- set delivered = relation ~ '_delivered' -%}
    {%- set numbered = relation ~ '_numbered' -%}
    {%- set columns = ['_source_file', '_source_row', '_raw_row', '_parse_error', '_row_code'] -%}
    {%- for column in plan.columns -%}
        {%- do columns.append(firstparty.header(column)) -%}
    {%- endfor -%}
    {%- do firstparty.create_scratch_table(plan.places, firstparty.moved_places(parts, kept)) -%}
    {%- do firstparty.create_scratch_table(
        delivered, "select * from (" ~ parts | map(attribute='of_places') | join(") union all select * from (") ~ ")"
    ) -%}
    {%- do firstparty.create_scratch_table(hashes, "
        select md5(_raw_row) as _row_hash from " ~ delivered ~ "
        union
        select _row_hash from " ~ kept ~ " where " ~ firstparty.is_of_places(plan.places)
    ) -%}
    {%- do firstparty.run_sql("
        insert into " ~ delivered ~ " by name
        select " ~ columns | join(', ') ~ " from " ~ kept ~ "
        where _row_hash in (select _row_hash from " ~ hashes ~ ") and not (" ~ firstparty.is_of_places(plan.places) ~ ")
    ") -%}
    {%- do firstparty.create_scratch_table(
        numbered, firstparty.counted_copies(firstparty.hashed_rows("select * from " ~ delivered, plan), plan)
    ) -%}
    {%- do firstparty.run_sql("
        create or replace temporary view " ~ relation ~ " as
        select * from " ~ numbered ~ "
        union all by name
        select " ~ columns | join(', ') ~ ", _row_hash, _copy_number from " ~ kept ~ "
        where _row_hash not in (select _row_hash from " ~ hashes ~ ")
    ") -%}
    {%- do model.update({'moved_hashes': hashes}) -%}
{%- endmacro %}


{#- The table of the model being built as it is, where it has codes of its rows; else none. -#}
{% macro coded_rows() -%}
    {%- set existing = load_cached_relation(this) -%}
    {%- if existing is none or flags.FULL_REFRESH or '_row_code' not in firstparty.described_columns(existing) | map('first') -%}
        {{ return(none) }}
    {%- endif -%}
    {{ return(existing) }}
{%- endmacro %}


{#- The query of places, by file and row, where another row stands than stood there, or one where none did, or none any more. -#}
{% macro moved_places(parts, kept) -%}
    {%- set files = [] -%}
    {%- for part in parts -%}
        {%- set file = firstparty.text_literal(part.file) -%}
        {%- do files.append(file) %}
        select
            {{ file }} as _source_file,
            coalesce(landed._source_row, stood._source_row) as _source_row
        from ({{ part.codes }}) as landed
        full join (
            select _source_row, _row_code from {{ kept }} where _source_file = {{ file }}
        ) as stood on landed._source_row = stood._source_row
        where
            landed._row_code is distinct from stood._row_code
            or landed._source_row is null
            or stood._source_row is null
        union all
    {%- endfor %}
    select _source_file, _source_row
    from {{ kept }}
    where _source_file not in ({{ files | join(', ') }})
{%- endmacro %}


{#- The condition that a row stands at one of the places in a table; by its number alone it is found while rows are read. -#}
{% macro is_of_places(places) -%}
    _source_row in (select _source_row from {{ places }})
    and (_source_file, _source_row) in (select _source_file, _source_row from {{ places }})
{%- endmacro %}
