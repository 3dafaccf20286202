{#-
    Cuts lines of CSV files that share a header into records and fields: a scratch table with file, line number of the record's
    first line, text and `fields` (list of text; null where a quote is out of place). Its name is returned. No line
    is dropped but an empty one between records.

    A quoted field may run over several lines. Lines with an odd number of quotes are where such a field begins and ends, so they
    pair up, file by file. One stray quote would shift every pair after it; a pair that gives no readable record, or runs over more
    than 1,000 lines, is therefore where the file's damage begins. From there on a line that is a whole record by itself
    counts as one, and only the lines between such lines are paired up again. One stray quote costs its own record this way.
-#}
{% macro parse_csv_lines(relation, lines, width, delimiter) -%}
    {%- do firstparty.create_scratch_table(relation ~ "_text", "select * from " ~ lines ~ " as all_lines") -%}
    {%- do firstparty.create_scratch_table(relation ~ "_spans", "
        with
        odd_lines as (
            select
                _source_file,
                _source_row,
                row_number() over (partition by _source_file order by _source_row) as place
            from " ~ relation ~ "_text
            where " ~ firstparty.has_odd_quotes('line') ~ "
        )
        select
            _source_file,
            min(_source_row) as first_row,
            max(_source_row) as last_row,
            count(*) = 2 and max(_source_row) - min(_source_row) <= 1000 as is_believable
        from odd_lines
        group by _source_file, floor((place + 1) / 2)
    ") -%}
    {%- do firstparty.create_scratch_table(relation ~ "_joined", "
        select
            spans._source_file,
            spans.first_row as _source_row,
            spans.last_row,
            " ~ firstparty.ordered_text_list("text.line", "chr(10)", "text._source_row") ~ " as line
        from " ~ relation ~ "_spans as spans
        inner join " ~ relation ~ "_text as text
            on
                spans._source_file = text._source_file
                and text._source_row between spans.first_row and spans.last_row
        where spans.is_believable
        group by spans._source_file, spans.first_row, spans.last_row
    ") -%}
    {%- do firstparty.create_scratch_table(relation ~ "_damage", "
        with
        first_doubts as (
            select _source_file, first_row as _source_row from " ~ relation ~ "_spans where not is_believable
            union all
            select _source_file, _source_row from " ~ relation ~ "_joined
            where " ~ firstparty.csv_fields('line', delimiter) ~ " is null
        )
        select _source_file, min(_source_row) as _source_row
        from first_doubts
        group by _source_file
    ") -%}
    {%- do firstparty.create_scratch_table(relation ~ "_candidates", "
        with
        single_lines as (
            select text._source_file, text._source_row, text.line, damage._source_row is not null as is_after_damage
            from " ~ relation ~ "_text as text
            left join " ~ relation ~ "_damage as damage
                on text._source_file = damage._source_file and text._source_row >= damage._source_row
            where damage._source_row is not null or not exists (
                select 1 from " ~ relation ~ "_joined as joined
                where
                    joined._source_file = text._source_file
                    and text._source_row between joined._source_row and joined.last_row
            )
        ),
        joined_lines as (
            select joined._source_file, joined._source_row, joined.line, false as is_after_damage
            from " ~ relation ~ "_joined as joined
            left join " ~ relation ~ "_damage as damage on joined._source_file = damage._source_file
            where damage._source_row is null or joined._source_row < damage._source_row
        ),
        candidates as (
            select * from single_lines where line <> '' or is_after_damage
            union all
            select * from joined_lines
        )
        select
            *,
            " ~ firstparty.csv_fields('line', delimiter) ~ " as fields
        from candidates
    ") -%}
    {%- set records = relation ~ "_candidates" -%}
    {%- if run_query("select count(*) from " ~ relation ~ "_damage").columns[0].values()[0] -%}
        {%- do firstparty.rejoin_csv_lines(relation, width, delimiter) -%}
        {%- do run_query("drop table " ~ records) -%}
        {%- set records = relation ~ "_rejoined" -%}
    {%- endif -%}
    {%- for part in ['text', 'spans', 'joined', 'damage'] -%}
        {%- do run_query("drop table " ~ relation ~ "_" ~ part) -%}
    {%- endfor -%}
    {{ return(records) }}
{%- endmacro %}


{#- After the damage: pairs up the odd lines again, within each run of lines that are no whole record; what fits becomes one record. -#}
{% macro rejoin_csv_lines(relation, width, delimiter) -%}
    {%- do firstparty.create_scratch_table(relation ~ "_rejoined", "
        with
        doubtful_lines as (
            select
                _source_file,
                _source_row,
                line,
                cast(" ~ firstparty.has_odd_quotes('line') ~ " as integer) as is_odd,
                _source_row - row_number() over (partition by _source_file order by _source_row) as run
            from " ~ relation ~ "_candidates
            where is_after_damage and " ~ firstparty.list_length('fields') ~ " is distinct from " ~ width ~ "
        ),
        counted_lines as (
            select
                *,
                sum(is_odd) over (
                    partition by _source_file, run order by _source_row rows between unbounded preceding and current row
                ) - is_odd as odd_lines_before
            from doubtful_lines
        ),
        numbered_lines as (
            select
                *,
                sum(cast(odd_lines_before % 2 = 0 as integer)) over (
                    partition by _source_file, run order by _source_row rows between unbounded preceding and current row
                ) as record_number
            from counted_lines
        ),
        joined_lines as (
            select
                _source_file,
                min(_source_row) as _source_row,
                max(_source_row) as last_row,
                " ~ firstparty.ordered_text_list("line", "chr(10)", "_source_row") ~ " as line
            from numbered_lines
            group by _source_file, run, record_number
        ),
        whole_records as (
            select *, " ~ firstparty.csv_fields('line', delimiter) ~ " as fields
            from joined_lines
            where " ~ firstparty.list_length(firstparty.csv_fields('line', delimiter)) ~ " = " ~ width ~ "
        )
        select candidates._source_file, candidates._source_row, candidates.line, candidates.is_after_damage, candidates.fields
        from " ~ relation ~ "_candidates as candidates
        where not exists (
            select 1 from whole_records
            where
                whole_records._source_file = candidates._source_file
                and candidates._source_row between whole_records._source_row and whole_records.last_row
        )
        union all
        select _source_file, _source_row, line, true as is_after_damage, fields
        from whole_records
    ") -%}
{%- endmacro %}
