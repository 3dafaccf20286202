{#-
    Reads one raw entity into a temporary relation of text columns, whole or broken rows alike, so that rows in can be
    counted against rows out. Columns that a file lacks are null; columns that nobody declared stay in `_raw_row`.

    DuckDB: its CSV reader fails on the first bad byte or quote or, told to ignore errors, drops rows; past an unclosed
    quote in a large file it drops or doubles rows without a word. Its reading of plain lines is exact, in order and says
    which lines are not UTF-8. So text files are read as lines here, and the fields are cut in SQL (parse_csv_lines).
    Its JSON reader gives a broken line as a row of nulls, hence lines there too.
    Spark: a text file has no broken rows to it; PERMISSIVE mode fills what a broken CSV line lacks with nulls.
-#}
{% macro create_landed_rows(relation, plan) -%}
    {{ return(adapter.dispatch('create_landed_rows', 'firstparty')(relation, plan)) }}
{%- endmacro %}


{% macro duckdb__create_landed_rows(relation, plan) -%}
    {%- set files = firstparty.duckdb__landed_files(plan) if plan.kind == 'files' else [] -%}
    {%- set empty_rows = firstparty.duckdb__landed_columns(plan, {}, 'null', 'null', 'null', 'null') -%}
    {%- do run_query("create or replace temporary table " ~ relation ~ " as " ~ empty_rows ~ " limit 0") -%}

    {%- if plan.kind == 'table' -%}
        {%- do firstparty.duckdb__land_relation(relation, plan, plan.table, plan.table) -%}
    {%- elif files and plan.format == 'parquet' -%}
        {%- for file in files -%}
            {%- do firstparty.duckdb__land_relation(relation, plan, "read_parquet('" ~ file.replace("'", "''") ~ "')", file) -%}
        {%- endfor -%}
    {%- elif files -%}
        {%- do firstparty.duckdb__land_lines(relation, files) -%}
        {%- if plan.format == 'csv' -%}
            {%- do firstparty.duckdb__land_csv(relation, plan) -%}
        {%- else -%}
            {%- do run_query("insert into " ~ relation ~ " by name " ~ firstparty.duckdb__json_rows(relation, plan)) -%}
        {%- endif -%}
        {%- for part in ['lines', 'broken_lines'] -%}
            {%- do run_query("drop table if exists " ~ relation ~ "_" ~ part) -%}
        {%- endfor -%}
    {%- endif -%}

    {%- do run_query(firstparty.duckdb__count_copies(relation, plan)) -%}
{%- endmacro %}


{#- The files of the entity in order of name. A location that somebody wrote and that holds nothing is a mistake; a default one is not. -#}
{% macro duckdb__landed_files(plan) -%}
    {%- set files = run_query(
        "select file from glob('" ~ plan.path.replace("'", "''") ~ "')"
        ~ " where " ~ ("true" if plan.is_own_path else "regexp_matches(file, '[.](csv|jsonl)([.]gz)?$|[.]parquet$')")
        ~ " order by file"
    ).columns[0].values() | list -%}
    {%- if not files and plan.is_own_path -%}
        {{ exceptions.raise_compiler_error(
            "var source_locations, entity '" ~ plan.entity ~ "': no file at '" ~ plan.path ~ "'"
        ) }}
    {%- elif not files -%}
        {%- do log("no file of " ~ plan.entity ~ " at " ~ plan.path ~ ": it is an empty relation", info=true) -%}
    {%- endif -%}
    {{ return(files) }}
{%- endmacro %}


{#- All rows of a table, or of a table function, whose columns need no parsing. -#}
{% macro duckdb__land_relation(relation, plan, source, source_file) -%}
    {%- set fields = {} -%}
    {%- for name, type in run_query(
        "select column_name, column_type from (describe select * from " ~ source ~ ")"
    ).rows -%}
        {%- set field = 'cast("' ~ name.replace('"', '""') ~ '" as string)' -%}
        {#- A whole number that a tool keeps as a floating one says 7.0 where every text format says 7. -#}
        {%- set field = "regexp_replace(" ~ field ~ ", '[.]0$', '')" if type in ['DOUBLE', 'FLOAT'] else field -%}
        {%- do fields.update({name: "nullif(" ~ field ~ ", '')"}) -%}
    {%- endfor -%}
    {%- do run_query(
        "insert into " ~ relation ~ " by name "
        ~ firstparty.duckdb__landed_columns(
            plan, fields, "'" ~ source_file.replace("'", "''") ~ "'", 'row_number() over ()', 'null', 'null'
        ) ~ " from " ~ source
    ) -%}
{%- endmacro %}


{#-
    The lines of all files as <relation>_lines (file, number of the line, text without its end), those that are not UTF-8 or
    longer than 4 MB as <relation>_broken_lines with what was wrong. The reader numbers the broken lines only; a whole line's
    number is its rank among the whole ones plus the broken lines before it.
-#}
{% macro duckdb__land_lines(relation, files) -%}
    {%- set quoted_files = [] -%}
    {%- for file in files -%}
        {%- do quoted_files.append("'" ~ file.replace("'", "''") ~ "'") -%}
    {%- endfor -%}
    {%- do run_query("
        create or replace temporary table " ~ relation ~ "_read_lines as
        select
            filename as _source_file,
            row_number() over () as place,
            coalesce(line, '') as line
        from read_csv(
            [" ~ quoted_files | join(', ') ~ "], columns = {'line': 'VARCHAR'}, filename = true, auto_detect = false,
            header = false, delim = chr(1) || chr(2) || chr(3), quote = '', escape = '', strict_mode = false,
            max_line_size = 4194304, rejects_line_size_limit = 4194304, ignore_errors = true, store_rejects = true,
            rejects_limit = 0, rejects_table = '" ~ relation ~ "_errors', rejects_scan = '" ~ relation ~ "_scans'
        )
    ") -%}
    {%- do run_query("
        create or replace temporary table " ~ relation ~ "_broken_lines as
        select
            scans.file_path as _source_file,
            errors.line as _source_row,
            ltrim(any_value(errors.csv_line), chr(10) || chr(13)) as line,
            min(lower(cast(errors.error_type as string))) as parse_error,
            row_number() over (partition by scans.file_path order by errors.line) as rank
        from " ~ relation ~ "_errors as errors
        inner join " ~ relation ~ "_scans as scans
            on errors.scan_id = scans.scan_id and errors.file_id = scans.file_id
        group by scans.file_path, errors.line
    ") -%}
    {%- do run_query("
        create or replace temporary table " ~ relation ~ "_lines as
        with
        first_lines as (
            select _source_file, min(place) as place from " ~ relation ~ "_read_lines group by _source_file
        ),
        ranked_lines as (
            select
                read_lines._source_file,
                read_lines.place - first_lines.place + 1 as rank,
                read_lines.line
            from " ~ relation ~ "_read_lines as read_lines
            inner join first_lines on read_lines._source_file = first_lines._source_file
        ),
        shifts as (
            select _source_file, _source_row - rank as whole_lines_before, max(rank) as broken_lines_before
            from " ~ relation ~ "_broken_lines
            group by _source_file, _source_row - rank
        )
        select
            ranked_lines._source_file,
            ranked_lines.rank + coalesce(shifts.broken_lines_before, 0) as _source_row,
            ranked_lines.line
        from ranked_lines
        asof left join shifts
            on ranked_lines._source_file = shifts._source_file and ranked_lines.rank > shifts.whole_lines_before
    ") -%}
    {%- for part in ['read_lines', 'errors', 'scans'] -%}
        {%- do run_query("drop table " ~ relation ~ "_" ~ part) -%}
    {%- endfor -%}
{%- endmacro %}


{#-
    The rows of CSV lines, one insert for all files that share a header. A file whose first line names none of the declared
    columns (no header, another delimiter, not a CSV at all) is broken as a whole, its first line included.
-#}
{% macro duckdb__land_csv(relation, plan) -%}
    {%- set headers = run_query("
        with first_lines as (
            select
                _source_file,
                arg_min(line, _source_row) as header,
                min(_source_row) as header_row
            from " ~ relation ~ "_lines
            where line <> ''
            group by _source_file
        )
        select
            first_lines.header,
            string_agg('''' || replace(first_lines._source_file, '''', '''''') || '''', ', ' order by first_lines._source_file)
        from first_lines
        where not exists (
            select 1 from " ~ relation ~ "_broken_lines as broken_lines
            where
                broken_lines._source_file = first_lines._source_file
                and broken_lines._source_row < first_lines.header_row
        )
        group by first_lines.header
        order by first_lines.header
    ").rows -%}
    {%- set readable_files = [] -%}
    {%- for header, files in headers -%}
        {%- set names = firstparty.csv_header(header, plan.delimiter) -%}
        {%- if names | map('lower') | select('in', plan.columns.values() | map('lower') | list) | list -%}
            {%- do readable_files.append(files) -%}
            {%- set records = relation ~ "_records" -%}
            {%- do firstparty.duckdb__parse_csv_lines(relation, files, names | length, plan.delimiter) -%}
            {%- set fields = {} -%}
            {%- for name in names -%}
                {%- do fields.update({name: "nullif(fields[" ~ loop.index ~ "], '')"}) -%}
            {%- endfor -%}
            {%- do run_query(
                "insert into " ~ relation ~ " by name "
                ~ firstparty.duckdb__landed_columns(plan, fields, '_source_file', '_source_row', 'null', 'null')
                ~ " from " ~ records ~ " where parse_error is null"
            ) -%}
            {%- do run_query(
                "insert into " ~ relation ~ " by name "
                ~ firstparty.duckdb__landed_columns(plan, {}, '_source_file', '_source_row', 'line', 'parse_error')
                ~ " from " ~ records ~ " where parse_error is not null"
            ) -%}
            {%- do run_query("drop table " ~ records) -%}
        {%- endif -%}
    {%- endfor -%}
    {%- do run_query(
        "insert into " ~ relation ~ " by name "
        ~ firstparty.duckdb__landed_columns(
            plan, {}, '_source_file', '_source_row', 'line', "'no header with a known column'"
        )
        ~ " from " ~ relation ~ "_lines where line <> '' and "
        ~ ("_source_file not in (" ~ readable_files | join(', ') ~ ")" if readable_files else "true")
    ) -%}
    {%- do run_query(
        "insert into " ~ relation ~ " by name "
        ~ firstparty.duckdb__landed_columns(plan, {}, '_source_file', '_source_row', 'line', 'parse_error')
        ~ " from " ~ relation ~ "_broken_lines"
    ) -%}
{%- endmacro %}


{#- The select that gives lines of JSON their declared columns by path, as text, in one parse; the line itself stays as it is. -#}
{% macro duckdb__json_rows(relation, plan) -%}
    {%- set fields = {} -%}
    {%- for name in plan.columns.values() -%}
        {%- do fields.update({name: "nullif(fields[" ~ loop.index ~ "], '')"}) -%}
    {%- endfor -%}
    with
    checked_lines as (
        select
            *,
            case
                when not json_valid(line) then 'not valid json'
                when json_type(line) <> 'OBJECT' then 'not a json object'
            end as parse_error
        from {{ relation }}_lines
        where trim(line) <> ''
    ),
    parsed_lines as (
        select
            *,
            case when parse_error is null then json_extract_string(line, [
                {%- for path in plan.paths.values() %}'{{ path }}'{{ ", " if not loop.last }}{% endfor -%}
            ]) end as fields
        from checked_lines
        union all by name
        select _source_file, _source_row, line, parse_error, null as fields
        from {{ relation }}_broken_lines
    )
    {{ firstparty.duckdb__landed_columns(plan, fields, '_source_file', '_source_row', 'line', 'parse_error') }}
    from parsed_lines
{%- endmacro %}


{#-
    The select list of landed rows: declared columns, provenance, the row as delivered. `fields` maps the source's own names to
    expressions; names are matched without regard to case. Without `raw_row` the fields themselves become the JSON object.
-#}
{% macro duckdb__landed_columns(plan, fields, file, row, raw_row, parse_error) -%}
    {%- set own_columns = firstparty.landed_provenance() -%}
    {%- set by_lower_name = {} -%}
    {%- for name, field in fields.items() -%}
        {%- do by_lower_name.update({name | lower: field}) -%}
    {%- endfor -%}
    select
    {%- for column, name in plan.columns.items() %}
        {%- if column in plan['values'] %}
        cast('{{ plan['values'][column].replace("'", "''") }}' as string) as {{ column }},
        {%- else %}
        cast({{ by_lower_name.get(name | lower, 'null') if name not in own_columns else 'null' }} as string) as {{ column }},
        {%- endif %}
    {%- endfor %}
        cast({{ file }} as string) as _source_file,
        cast({{ row }} as bigint) as _source_row,
        cast({% if fields and raw_row == 'null' -%}
        to_json(struct_pack(
            {%- for name, field in fields.items() %}"{{ name.replace('"', '""') }}" := {{ field }}{{ ", " if not loop.last }}{% endfor -%}
        ))
        {%- else -%}
        {{ raw_row }}
        {%- endif %} as string) as _raw_row,
        cast({{ parse_error }} as string) as _parse_error
{%- endmacro %}


{#-
    The statement that adds the row's hash, fills the columns that are mapped to provenance, and numbers equal rows. Two equal rows
    whose provenance columns differ are two rows: that is what the mapping says.
-#}
{% macro duckdb__count_copies(relation, plan) -%}
    {%- set mapped = {} -%}
    {%- for column, name in plan.columns.items() if name in firstparty.landed_provenance() -%}
        {%- do mapped.update({column: name}) -%}
    {%- endfor -%}
    create or replace temporary table {{ relation }} as
    with
    hashed_rows as (
        select *, md5(_raw_row) as _row_hash from {{ relation }}
    ),
    {%- if mapped %}
    identified_rows as (
        select
            *,
            _row_hash || '-' || row_number() over (
                partition by _row_hash, _source_file order by _source_row
            ) as _row_id
        from hashed_rows
    ),
    mapped_rows as (
        select
            * exclude (_row_id)
            replace (
                {%- for column, name in mapped.items() %}cast({{ name }} as string) as {{ column }}{{ ", " if not loop.last }}{% endfor -%}
            )
        from identified_rows
    )
    {%- else %}
    mapped_rows as (
        select * from hashed_rows
    )
    {%- endif %}
    select
        *,
        row_number() over (
            partition by _row_hash{% for column in mapped %}, {{ column }}{% endfor %} order by _source_file, _source_row
        ) as _copy_number
    from mapped_rows
{%- endmacro %}


{% macro spark__create_landed_rows(relation, plan) -%}
    {%- set own_columns = firstparty.landed_provenance() -%}
    {%- set names = plan.columns.values() | reject('in', own_columns) | unique | list -%}
    {%- set is_json = plan.format == 'jsonl' and plan.kind == 'files' -%}
    {%- if plan.kind == 'files' -%}
        {%- do run_query(
            "create or replace temporary view " ~ relation ~ "_file using " ~ ('text' if is_json else plan.format)
            ~ " options (path '" ~ plan.path ~ "'" ~ (", header 'true', multiLine 'true', escape '\"', mode 'PERMISSIVE', "
            ~ "enforceSchema 'false', sep '" ~ plan.delimiter ~ "'" if plan.format == 'csv' else "") ~ ")"
        ) -%}
    {%- endif -%}
    {%- set rows -%}
        select
        {%- for column, name in plan.columns.items() %}
            {% if plan.kind == 'off' -%}
            cast(null as string)
            {%- elif column in plan['values'] -%}
            '{{ plan['values'][column] }}'
            {%- elif name in own_columns -%}
            cast(null as string)
            {%- elif is_json -%}
            get_json_object(value, '{{ plan.paths[column] }}')
            {%- else -%}
            nullif(cast(`{{ name }}` as string), '')
            {%- endif %} as {{ column }},
        {%- endfor %}
        {%- if plan.kind == 'off' %}
            cast(null as string) as _source_file,
            cast(null as bigint) as _source_row,
            cast(null as string) as _raw_row,
            cast(null as string) as _parse_error
        where false
        {%- else %}
            {% if plan.kind == 'files' %}_metadata.file_path{% else %}'{{ plan.table }}'{% endif %} as _source_file,
            monotonically_increasing_id() as _source_row,
            {% if is_json -%}
            value as _raw_row,
            case when try_parse_json(value) is null then 'not valid json' end as _parse_error
            {%- else -%}
            to_json(struct({% for name in names %}`{{ name }}`{{ ", " if not loop.last }}{% endfor %})) as _raw_row,
            cast(null as string) as _parse_error
            {%- endif %}
        from {{ plan.table if plan.kind == 'table' else relation ~ '_file' }}
        {%- endif %}
    {%- endset -%}
    {%- do run_query(
        "create or replace temporary view " ~ relation ~ " as select *, md5(_raw_row) as _row_hash, "
        ~ "row_number() over (partition by _raw_row order by _source_file, _source_row) as _copy_number from (" ~ rows ~ ")"
    ) -%}
{%- endmacro %}


{% macro default__create_landed_rows(relation, plan) -%}
    {{ firstparty.raise_unsupported_engine('create_landed_rows') }}
{%- endmacro %}
