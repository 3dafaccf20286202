{#-
    Reads one raw entity into a temporary relation of text columns, whole or broken rows alike, so that rows in can be
    counted against rows out. Columns that a file lacks are null; columns that nobody declared stay in `_raw_row`.

    DuckDB: its CSV reader fails on the first bad byte, quote or column count, or, told to ignore errors, drops the
    row; the rejected lines are therefore stored by the reader and added here as rows with a `_parse_error`. It sniffs
    dialects wrongly on dirty files, so header and dialect are given. JSON lines are read as lines, because the JSON
    reader gives a broken line as a row of nulls.
    Spark: PERMISSIVE mode keeps a broken row's text in a column of its own.
-#}
{% macro create_landed_rows(relation, plan) -%}
    {{ return(adapter.dispatch('create_landed_rows', 'firstparty')(relation, plan)) }}
{%- endmacro %}


{% macro duckdb__create_landed_rows(relation, plan) -%}
    {%- set files = [] -%}
    {%- if plan.kind == 'files' -%}
        {%- set files = run_query("select file from glob('" ~ plan.path ~ "') order by file").columns[0].values() -%}
        {%- if not files -%}
            {%- do log("no files for " ~ plan.entity ~ " at " ~ plan.path ~ ": it is an empty relation", info=true) -%}
        {%- endif -%}
    {%- endif -%}

    {%- set parsed_rows = [] -%}
    {%- if plan.kind == 'table' -%}
        {%- do parsed_rows.append(firstparty.duckdb__parsed_columns(plan, adapter.get_columns_in_relation(
            api.Relation.create(identifier=plan.table.split('.')[-1], schema=plan.table.split('.')[-2])
        ) | map(attribute='name') | list, "'" ~ plan.table ~ "'") ~ " from " ~ plan.table) -%}
    {%- elif files and plan.format == 'parquet' -%}
        {%- for file in files -%}
            {%- set names = run_query(
                "select name from parquet_schema('" ~ file ~ "') where num_children is null or num_children = 0"
            ).columns[0].values() -%}
            {%- do parsed_rows.append(
                firstparty.duckdb__parsed_columns(plan, names, "'" ~ file ~ "'") ~ " from read_parquet('" ~ file ~ "')"
            ) -%}
        {%- endfor -%}
    {%- elif files and plan.format == 'csv' -%}
        {%- for file in files -%}
            {%- set names = firstparty.duckdb__csv_header(file, plan.delimiter) -%}
            {%- do parsed_rows.append(
                firstparty.duckdb__parsed_columns(plan, names, "'" ~ file ~ "'")
                ~ " from " ~ firstparty.duckdb__csv_reader(file, names, plan.delimiter, relation)
            ) -%}
        {%- endfor -%}
    {%- elif files -%}
        {%- for file in files -%}
            {%- do parsed_rows.append(
                firstparty.duckdb__json_columns(plan, "'" ~ file ~ "'")
                ~ " from " ~ firstparty.duckdb__line_reader(file, relation)
            ) -%}
        {%- endfor -%}
    {%- endif -%}

    {%- do run_query(
        "create or replace temporary table " ~ relation ~ " as " ~ firstparty.duckdb__parsed_columns(plan, [], "''")
        ~ " limit 0"
    ) -%}
    {%- for rows in parsed_rows -%}
        {%- do run_query("insert into " ~ relation ~ " " ~ rows) -%}
    {%- endfor -%}

    {%- if files and plan.format in ['csv', 'jsonl'] -%}
        {%- do run_query("
            insert into " ~ relation ~ " by name
            select
                scans.file_path as _source_file,
                errors.line as _source_row,
                any_value(errors.csv_line) as _raw_row,
                string_agg(distinct lower(cast(errors.error_type as string)), ', ' order by lower(cast(errors.error_type as string))) as _parse_error
            from " ~ relation ~ "_errors as errors
            inner join " ~ relation ~ "_scans as scans
                on errors.scan_id = scans.scan_id and errors.file_id = scans.file_id
            group by scans.file_path, errors.line
        ") -%}
        {%- do run_query("drop table " ~ relation ~ "_errors") -%}
        {%- do run_query("drop table " ~ relation ~ "_scans") -%}
    {%- endif -%}

    {%- do run_query("
        create or replace temporary table " ~ relation ~ " as
        select
            * exclude (_row_hash, _copy_number),
            md5(_raw_row) as _row_hash,
            row_number() over (partition by _raw_row order by _source_file, _source_row) as _copy_number
        from " ~ relation
    ) -%}
{%- endmacro %}


{#- The names in a CSV file's first line, quotes, spaces and a byte order mark removed; a second column of one name gets its number. -#}
{% macro duckdb__csv_header(file, delimiter) -%}
    {%- set first_line = run_query(
        "select line from read_csv('" ~ file ~ "', columns = {'line': 'VARCHAR'}, auto_detect = false, header = false, "
        ~ "delim = chr(1), quote = '', escape = '', ignore_errors = true, max_line_size = 33554432) limit 1"
    ).columns[0].values() -%}
    {%- set names = [] -%}
    {%- for text in (first_line[0] or '').split(delimiter) if first_line -%}
        {%- set name = text.replace('\ufeff', '').strip().strip('"').strip() or 'column_' ~ loop.index -%}
        {%- do names.append(name ~ '_' ~ loop.index if name in names else name) -%}
    {%- endfor -%}
    {{ return(names) }}
{%- endmacro %}


{#- A CSV file as a table function with every column text, its broken lines kept in <relation>_errors. -#}
{% macro duckdb__csv_reader(file, names, delimiter, relation) -%}
    read_csv(
        '{{ file }}', columns = {
        {%- for name in names %}'{{ name.replace("'", "''") }}': 'VARCHAR'{{ ", " if not loop.last }}{% endfor -%}
        }, auto_detect = false, header = true, delim = '{{ delimiter }}', quote = '"', escape = '"',
        max_line_size = 33554432, ignore_errors = true, store_rejects = true, rejects_limit = 0,
        rejects_table = '{{ relation }}_errors', rejects_scan = '{{ relation }}_scans'
    )
{%- endmacro %}


{#- A file of lines as a table function with one column, `line`; lines that are not UTF-8 go to <relation>_errors. -#}
{% macro duckdb__line_reader(file, relation) -%}
    read_csv(
        '{{ file }}', columns = {'line': 'VARCHAR'}, auto_detect = false, header = false, delim = chr(1),
        quote = '', escape = '', max_line_size = 33554432, ignore_errors = true, store_rejects = true,
        rejects_limit = 0, rejects_table = '{{ relation }}_errors', rejects_scan = '{{ relation }}_scans'
    )
{%- endmacro %}


{#- The select list over a table of named columns: declared columns as text, then provenance and the row as JSON. -#}
{% macro duckdb__parsed_columns(plan, names, file) -%}
    select
    {%- for column, name in plan.columns.items() %}
        {% if name in names %}cast("{{ name }}" as string){% else %}cast(null as string){% endif %} as {{ column }},
    {%- endfor %}
        cast({{ file }} as string) as _source_file,
        row_number() over () as _source_row,
        {% if names -%}
        cast(to_json(struct_pack(
            {%- for name in names %}"{{ name }}" := "{{ name }}"{{ ", " if not loop.last }}{% endfor -%}
        )) as string)
        {%- else -%}
        cast(null as string)
        {%- endif %} as _raw_row,
        cast(null as string) as _parse_error,
        cast(null as string) as _row_hash,
        cast(null as bigint) as _copy_number
{%- endmacro %}


{#- The select list over lines of JSON: declared columns by path, as text, then provenance and the line itself. -#}
{% macro duckdb__json_columns(plan, file) -%}
    select
    {%- for column in plan.columns %}
        case when json_valid(line) then json_extract_string(line, '{{ plan.paths[column] }}') end as {{ column }},
    {%- endfor %}
        cast({{ file }} as string) as _source_file,
        row_number() over () as _source_row,
        line as _raw_row,
        case when not json_valid(line) then 'not valid json' end as _parse_error,
        cast(null as string) as _row_hash,
        cast(null as bigint) as _copy_number
{%- endmacro %}


{% macro spark__create_landed_rows(relation, plan) -%}
    {%- set names = plan.columns.values() | unique | list -%}
    {%- if plan.kind == 'off' -%}
        {%- set rows -%}
            select
            {%- for column in plan.columns %} cast(null as string) as {{ column }}, {%- endfor %}
                cast(null as string) as _source_file, cast(null as bigint) as _source_row,
                cast(null as string) as _raw_row, cast(null as string) as _parse_error
            where false
        {%- endset -%}
    {%- else -%}
        {%- if plan.kind == 'files' -%}
            {%- do run_query(
                "create or replace temporary view " ~ relation ~ "_file using " ~ ('text' if plan.format == 'jsonl' else plan.format)
                ~ " options (path '" ~ plan.path ~ "'" ~ (", header 'true', multiLine 'true', escape '\"', mode 'PERMISSIVE', "
                ~ "columnNameOfCorruptRecord '_corrupt_record', enforceSchema 'false', sep '" ~ plan.delimiter ~ "'"
                if plan.format == 'csv' else "") ~ ")"
            ) -%}
        {%- endif -%}
        {%- set rows -%}
            select
            {%- for column, name in plan.columns.items() %}
                {% if plan.format == 'jsonl' and plan.kind == 'files' -%}
                get_json_object(value, '{{ plan.paths[column] }}')
                {%- else -%}
                cast(`{{ name }}` as string)
                {%- endif %} as {{ column }},
            {%- endfor %}
                {% if plan.kind == 'files' %}_metadata.file_path{% else %}'{{ plan.table }}'{% endif %} as _source_file,
                monotonically_increasing_id() as _source_row,
                {% if plan.format == 'jsonl' and plan.kind == 'files' -%}
                value as _raw_row,
                case when try_parse_json(value) is null then 'not valid json' end as _parse_error
                {%- else -%}
                to_json(struct({% for name in names %}`{{ name }}`{{ ", " if not loop.last }}{% endfor %})) as _raw_row,
                cast(null as string) as _parse_error
                {%- endif %}
            from {{ plan.table if plan.kind == 'table' else relation ~ '_file' }}
        {%- endset -%}
    {%- endif -%}
    {%- do run_query(
        "create or replace temporary view " ~ relation ~ " as select *, md5(_raw_row) as _row_hash, "
        ~ "row_number() over (partition by _raw_row order by _source_file, _source_row) as _copy_number from (" ~ rows ~ ")"
    ) -%}
{%- endmacro %}


{% macro default__create_landed_rows(relation, plan) -%}
    {{ firstparty.raise_unsupported_engine('create_landed_rows') }}
{%- endmacro %}
