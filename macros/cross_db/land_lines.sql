{#-
    Reads the lines of all files, and returns what to select them from: `whole` ones (file, number of the line, text without its
    end), and `broken` ones, not UTF-8 or longer than 4 MB, with what was wrong; and in `cleanup` the statements that drop what was
    made. A line ends with CR LF or LF in a file whose first line ends with CR LF, else with each CR and each LF.

    DuckDB: its reader numbers the broken lines only; a whole line's number is its rank among the whole ones plus the broken lines
    before it.
    Spark: lines are cut at LF by its reader, which knows where in the file they stood but not their numbers; those are counted file
    by file, never over all files. Text functions turn broken UTF-8 into U+FFFD, so bytes are cut as Latin-1, which has a character
    for each.
-#}
{% macro land_lines(relation, plan, files) -%}
    {{ return(adapter.dispatch('land_lines', 'firstparty')(relation, plan, files)) }}
{%- endmacro %}

{% macro duckdb__land_lines(relation, plan, files) -%}
    {%- do run_query("
        create or replace temporary table " ~ relation ~ "_read_lines as
        select
            filename as _source_file,
            row_number() over () as place,
            coalesce(line, '') as line
        from read_csv(
            [" ~ files ~ "], columns = {'line': 'VARCHAR'}, filename = true, auto_detect = false,
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
    {{ return({
        'whole': relation ~ "_lines",
        'broken': relation ~ "_broken_lines",
        'cleanup': ["drop table " ~ relation ~ "_lines", "drop table " ~ relation ~ "_broken_lines"],
    }) }}
{%- endmacro %}

{% macro spark__land_lines(relation, plan, files) -%}
    {%- do firstparty.create_scratch_table(relation ~ "_read_lines", "
        with
        file_lines as (
            select
                " ~ firstparty.spark__landed_file(plan.path) ~ " as _source_file,
                _metadata.file_block_start as block_start,
                monotonically_increasing_id() as place,
                decode(cast(value as binary), 'ISO-8859-1') as bytes
            from text.`" ~ firstparty.spark__landing_location(plan.path)
                ~ "` with (recursiveFileLookup = 'true', lineSep = '\\n')
            where " ~ firstparty.spark__landed_file(plan.path) ~ " in (" ~ files ~ ")
        ),
        ended_lines as (
            select
                *,
                first_value(instr(bytes, '\\r') = length(bytes) and bytes <> '') over (
                    partition by _source_file order by block_start, place
                ) as ends_with_both
            from file_lines
        ),
        split_lines as (
            select
                _source_file,
                block_start,
                place,
                posexplode(split(
                    case when ends_with_both and endswith(bytes, '\\r') then left(bytes, length(bytes) - 1) else bytes end,
                    '\\r'
                )) as (part, bytes)
            from ended_lines
        )
        select
            _source_file,
            cast(row_number() over (partition by _source_file order by block_start, place, part) as bigint) as _source_row,
            encode(bytes, 'ISO-8859-1') as bytes
        from split_lines
    ") -%}
    {%- set is_whole = "(is_valid_utf8(cast(bytes as string)) and length(bytes) < 4194304)" -%}
    {{ return({
        'whole': "(
            select _source_file, _source_row, cast(bytes as string) as line
            from " ~ relation ~ "_read_lines
            where " ~ is_whole ~ "
        )",
        'broken': "(
            select
                _source_file,
                _source_row,
                readable_text(hex(substring(bytes, 1, 4194304))) as line,
                case
                    when is_valid_utf8(cast(bytes as string)) then 'line size over maximum'
                    else 'invalid encoding'
                end as parse_error
            from " ~ relation ~ "_read_lines
            where not " ~ is_whole ~ "
        )",
        'cleanup': ["drop table " ~ relation ~ "_read_lines"],
    }) }}
{%- endmacro %}

{% macro default__land_lines(relation, plan, files) -%}
    {{ firstparty.raise_unsupported_engine('land_lines') }}
{%- endmacro %}
