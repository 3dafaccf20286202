{#-
    Reads one raw entity into a scratch table of text columns, whole or broken rows alike, so that rows in can be
    counted against rows out. Columns that a file lacks are null; columns that nobody declared stay in `_raw_row`.

    No engine's CSV or JSON reader is asked. DuckDB's fails on the first bad byte or quote or, told to ignore errors, drops rows;
    past an unclosed quote in a large file it drops or doubles rows without a word; a broken JSON line is a row of nulls to it.
    To Spark a text file has no broken rows: it fills what a broken CSV line lacks with nulls. Their reading of plain
    lines is exact (land_lines). So text files are read as lines, and the fields are cut in SQL (parse_csv_lines), alike on
    every engine.

    Where an engine keeps what changed, hashes and numbers of the rows stand by themselves (landed_numbers). Tables and Parquet files
    are then read twice instead of being kept whole. Where an earlier build landed them, only rows that moved are made anew
    (create_moved_rows).
-#}
{% macro create_landed_rows(relation, plan) -%}
    {%- set numbers = relation ~ '_numbers' -%}
    {%- do plan.update({'places': relation ~ '_places'}) -%}
    {%- set parts = firstparty.landed_parts(relation, plan, numbers) -%}
    {%- set read_again = parts | map(attribute='numbered') | select | list -%}
    {%- set is_read_again = firstparty.keeps_changes() and parts and read_again | length == parts | length -%}
    {%- set kept = firstparty.coded_rows() if is_read_again and plan.get('is_coded') else none -%}
    {%- if kept is not none -%}
        {%- do firstparty.create_moved_rows(relation, plan, parts, kept) -%}
    {%- elif is_read_again -%}
        {%- set hashes = relation ~ '_hashes' -%}
        {%- do firstparty.create_scratch_table(
            hashes,
            "select " ~ firstparty.number_columns(plan) | join(', ')
                ~ " from (" ~ firstparty.hashed_rows(firstparty.rows_of_parts(parts, plan), plan) ~ ") as hashed_rows"
        ) -%}
        {%- do firstparty.create_scratch_table(numbers, firstparty.row_numbers(hashes, plan)) -%}
        {%- do firstparty.drop_table(hashes) -%}
        {%- set numbered = "select * from (" ~ read_again | join(") union all select * from (") ~ ")" -%}
        {%- do firstparty.run_sql("create or replace temporary view " ~ relation ~ " as " ~ numbered) -%}
        {%- do model.update({'numbered_rows': numbered}) -%}
    {%- else -%}
        {%- do firstparty.create_scratch_table(
            relation, firstparty.counted_copies(firstparty.hashed_rows(firstparty.rows_of_parts(parts, plan), plan), plan)
        ) -%}
        {%- if firstparty.keeps_changes() -%}
            {%- do firstparty.run_sql("create or replace temporary view " ~ numbers ~ " as select * from " ~ relation) -%}
        {%- endif -%}
    {%- endif -%}
    {%- for part in parts -%}
        {%- for statement in part.cleanup -%}
            {%- do firstparty.run_sql(statement) -%}
        {%- endfor -%}
    {%- endfor -%}
{%- endmacro %}


{#- The query of all rows of some parts. -#}
{% macro rows_of_parts(parts, plan) -%}
    {%- set queries = parts | map(attribute='query') | list or [firstparty.no_landed_rows(plan)] -%}
    select * from ({{ queries | join(") union all select * from (") }})
{%- endmacro %}


{#- The select of landed rows where there are none. -#}
{% macro no_landed_rows(plan) -%}
    {{ firstparty.landed_columns(plan, {}, 'null', 'null', 'null', 'null') }}
    {%- if plan.get('is_coded') %},
        {{ firstparty.row_code('', []) }} as _row_code
    {%- endif %}
    limit 0
{%- endmacro %}


{#-
    Queries that together give all rows as landed_columns selects them, each with the statements that remove what it was made of; one that
    can be read again also has the query of its rows with the hashes and numbers that were kept of them (`numbered`).
-#}
{% macro landed_parts(relation, plan, numbers) -%}
    {%- set parts = [] -%}
    {%- if plan.kind == 'table' -%}
        {%- do parts.append(firstparty.table_rows(relation, plan, numbers)) -%}
    {%- elif plan.kind == 'files' -%}
        {%- set files = firstparty.landed_files(relation, plan) -%}
        {%- if files and plan.format == 'parquet' -%}
            {%- for file in files -%}
                {%- do parts.append(firstparty.parquet_rows(relation ~ "_file_" ~ loop.index, plan, file, numbers)) -%}
            {%- endfor -%}
        {%- elif files -%}
            {%- set lines = firstparty.land_lines(relation, plan, firstparty.text_literals(files)) -%}
            {%- if plan.format == 'csv' -%}
                {%- do parts.extend(firstparty.csv_rows(relation, plan, files, lines)) -%}
            {%- else -%}
                {%- do parts.append({'query': firstparty.json_rows(plan, lines), 'cleanup': []}) -%}
            {%- endif -%}
            {%- set broken_rows = firstparty.landed_columns(
                plan, {}, '_source_file', '_source_row', 'line', 'parse_error'
            ) -%}
            {%- do parts.append({
                'query': broken_rows ~ " from " ~ lines.broken ~ " as broken_lines", 'cleanup': lines.cleanup
            }) -%}
        {%- endif -%}
    {%- endif -%}
    {{ return(parts) }}
{%- endmacro %}


{#- The files of the entity in order of name. A location that somebody wrote and that holds nothing is a mistake; a default one is not. -#}
{% macro landed_files(relation, plan) -%}
    {%- set files = [] -%}
    {%- for file in firstparty.list_files(relation, plan.path) -%}
        {%- if plan.is_own_path or modules.re.search('[.](csv|jsonl)([.]gz)?$|[.]parquet$', file) -%}
            {%- do files.append(file) -%}
        {%- endif -%}
    {%- endfor -%}
    {%- if not files and plan.is_own_path -%}
        {{ exceptions.raise_compiler_error(
            "var source_locations, entity '" ~ plan.entity ~ "': no file at '" ~ plan.path ~ "'"
        ) }}
    {%- elif not files -%}
        {%- do log("no file of " ~ plan.entity ~ " at " ~ plan.path ~ ": it is an empty relation", info=true) -%}
    {%- endif -%}
    {{ return(files) }}
{%- endmacro %}


{#-
    The select of all rows of a relation whose columns need no parsing; `place` is the expression of their numbers, from 0. Of those
    in a table of places alone, where one is named: rows are found before anything is made of them. With the hashes and numbers that were
    kept of them, where a table of these is named.
-#}
{% macro relation_rows(plan, columns, source, source_file, place, numbers=none, places=none) -%}
    {{ firstparty.delivered_columns(plan, columns, source_file, place, 'numbers' if numbers) }}
    {%- if plan.get('is_coded') %},
        {{ 'numbers._row_code' if numbers else firstparty.delivered_code(plan, columns, source_file, place) ~ ' as _row_code' }}
    {%- endif %}
    {%- if numbers %},
        numbers._row_hash,
        numbers._copy_number
    {%- endif %}
    from {{ source }} as delivered
    {%- if numbers or places %}
    inner join {{ numbers or places }} as numbers
        on {{ place }} = numbers._source_row - 1 and numbers._source_file = {{ firstparty.text_literal(source_file) }}
    {%- endif %}
{%- endmacro %}


{#- The select list of a relation's rows, as relation_rows and landed_columns take it; empty text is null. -#}
{% macro delivered_columns(plan, columns, source_file, place, numbers=none) -%}
    {%- set fields = {} -%}
    {%- for column in columns -%}
        {%- set field = firstparty.delivered_text('delivered.' ~ firstparty.header(column[0]), column[1]) -%}
        {%- do fields.update({column[0]: "nullif(" ~ field ~ ", '')"}) -%}
    {%- endfor -%}
    {{ firstparty.landed_columns(
        plan, fields, firstparty.text_literal(source_file), place ~ ' + 1', firstparty.json_object(fields), 'null', numbers
    ) }}
{%- endmacro %}


{#- The query of number, from 1, and code of all rows of a relation; `place` as in relation_rows. -#}
{% macro relation_codes(plan, columns, source, source_file, place) -%}
    select
        {{ place }} + 1 as _source_row,
        {{ firstparty.delivered_code(plan, columns, source_file, place) }} as _row_code
    from {{ source }} as delivered
{%- endmacro %}


{#- The expression of the code of a relation's row. Columns that are mapped to provenance are filled later, so what is mapped to what counts too. -#}
{% macro delivered_code(plan, columns, source_file, place) -%}
    {{ firstparty.row_code(firstparty.delivered_columns(plan, columns, source_file, place) ~ tojson(plan.columns), columns) }}
{%- endmacro %}


{#-
    The expression of a row's code: a number of its values and of how what lands is made of them. Two rows with one
    code at one place are one row, save for one case in 2 to the power of 64.
-#}
{% macro row_code(landed, columns) -%}
    {%- set values = ["'" ~ local_md5(landed) ~ "'"] -%}
    {%- for column in columns -%}
        {%- do values.append('delivered.' ~ firstparty.header(column[0])) -%}
    {%- endfor -%}
    {{ firstparty.hash_code(values) }}
{%- endmacro %}


{#- The select that gives lines of JSON their declared columns by path, as text, in one parse; the line itself stays as it is. -#}
{% macro json_rows(plan, lines) -%}
    {%- set fields = {} -%}
    {%- for name in plan.columns.values() -%}
        {%- do fields.update({name: "nullif(" ~ firstparty.list_item('fields', loop.index) ~ ", '')"}) -%}
    {%- endfor -%}
    with
    checked_lines as (
        select
            _source_file,
            _source_row,
            line,
            case
                when not {{ firstparty.is_json('line') }} then 'not valid json'
                when not {{ firstparty.is_json_object('line') }} then 'not a json object'
            end as parse_error
        from {{ lines.whole }} as whole_lines
        where trim(line) <> ''
    ),
    parsed_lines as (
        select
            _source_file,
            _source_row,
            line,
            parse_error,
            case
                when parse_error is null
                    then {{ firstparty.json_texts_at('line', plan.paths.values() | list) }}
            end as fields
        from checked_lines
    )
    {{ firstparty.landed_columns(plan, fields, '_source_file', '_source_row', 'line', 'parse_error') }}
    from parsed_lines
{%- endmacro %}


{#-
    The select list of landed rows: declared columns, provenance, the row as delivered. `fields` maps the source's own names to
    expressions; names are matched without regard to case. Columns that are mapped to provenance are filled later (hashed_rows), or come
    from the relation `numbers`.
-#}
{% macro landed_columns(plan, fields, file, row, raw_row, parse_error, numbers=none) -%}
    {%- set own_columns = firstparty.landed_provenance() -%}
    {%- set by_lower_name = {} -%}
    {%- for name, field in fields.items() -%}
        {%- do by_lower_name.update({name | lower: field}) -%}
    {%- endfor -%}
    select
    {%- for column, name in plan.columns.items() %}
        {%- if column in plan['values'] %}
        cast({{ firstparty.text_literal(plan['values'][column]) }} as string) as {{ column }},
        {%- elif numbers and name in own_columns %}
        {{ numbers }}.{{ firstparty.header(column) }},
        {%- else %}
        cast({{ by_lower_name.get(name | lower, 'null') if name not in own_columns else 'null' }} as string) as {{ column }},
        {%- endif %}
    {%- endfor %}
        cast({{ file }} as string) as _source_file,
        cast({{ row }} as bigint) as _source_row,
        cast({{ raw_row }} as string) as _raw_row,
        cast({{ parse_error }} as string) as _parse_error
{%- endmacro %}


{#-
    The query that adds the row's hash, and fills the columns that are mapped to provenance. Two equal rows whose provenance columns
    differ are two rows: that is what the mapping says.
-#}
{% macro hashed_rows(delivered, plan) -%}
    {%- set mapped = firstparty.provenance_columns(plan) -%}
    with
    hashed_rows as (
        select
            *,
            md5(_raw_row) as _row_hash
        from ({{ delivered }}) as delivered
    )
    {%- if mapped %},
    identified_rows as (
        select
            *,
            _row_hash || '-' || cast(row_number() over (
                partition by _row_hash, _source_file order by _source_row
            ) as string) as _row_id
        from hashed_rows
    )
    {%- endif %}
    select
    {%- for column in plan.columns %}
        {{ 'cast(' ~ mapped[column] ~ ' as string) as ' if column in mapped }}{{ firstparty.header(column) }},
    {%- endfor %}
        _source_file,
        _source_row,
        _raw_row,
        _parse_error,
        {%- if plan.get('is_coded') %}
        _row_code,
        {%- endif %}
        _row_hash
    from {{ 'identified_rows' if mapped else 'hashed_rows' }}
{%- endmacro %}


{#- The query that numbers equal rows, of those that hashed_rows gives. A model whose changes are told always has a column for their codes. -#}
{% macro counted_copies(hashed, plan) -%}
    select
        *,
        {%- if config.get('key') and not plan.get('is_coded') %}
        cast(null as bigint) as _row_code,
        {%- endif %}
        {{ firstparty.copy_number(plan) }} as _copy_number
    from ({{ hashed }}) as hashed_rows
{%- endmacro %}


{#- Of hashed rows what cannot be read again, and copies, which are numbered among rows that have any. -#}
{% macro row_numbers(hashes, plan) -%}
    with
    repeated_rows as (
        select
            _source_file,
            _source_row,
            {{ firstparty.copy_number(plan) }} as _copy_number
        from {{ hashes }}
        where _row_hash in (select _row_hash from {{ hashes }} group by _row_hash having count(*) > 1)
    )
    select
        hashes.*,
        coalesce(repeated_rows._copy_number, 1) as _copy_number
    from {{ hashes }} as hashes
    left join repeated_rows
        on hashes._source_row = repeated_rows._source_row and hashes._source_file = repeated_rows._source_file
{%- endmacro %}


{#- The expression of the number of a row among equal ones. -#}
{% macro copy_number(plan) -%}
    cast(row_number() over (
        partition by {{ (firstparty.number_columns(plan) | reject('in', ['_source_file', '_source_row', '_row_code']) | list) | join(', ') }}
        order by _source_file, _source_row
    ) as bigint)
{%- endmacro %}


{#- Columns that are mapped to provenance, with what they are mapped to. -#}
{% macro provenance_columns(plan) -%}
    {%- set mapped = {} -%}
    {%- for column, name in plan.columns.items() if name in firstparty.landed_provenance() -%}
        {%- do mapped.update({column: name}) -%}
    {%- endfor -%}
    {{ return(mapped) }}
{%- endmacro %}


{#- The columns of hashed rows that cannot be read again. -#}
{% macro number_columns(plan) -%}
    {%- set found = ['_source_file', '_source_row'] -%}
    {%- for column in firstparty.provenance_columns(plan) -%}
        {%- do found.append(firstparty.header(column)) -%}
    {%- endfor -%}
    {{ return(found + (['_row_code'] if plan.get('is_coded') else []) + ['_row_hash']) }}
{%- endmacro %}
