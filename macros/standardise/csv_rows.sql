{#-
    The rows of CSV lines, one query for all files that share a header. A file whose first line names none of the declared
    columns (no header, another delimiter, not a CSV at all) is broken as a whole, its first line included.
-#}
{% macro csv_rows(relation, plan, files, lines) -%}
    {%- set is_odd = firstparty.has_odd_quotes('line') -%}
    {%- set headers = run_query("
        with
        first_lines as (
            select
                _source_file,
                min_by(line, _source_row) as header,
                min(_source_row) as header_row,
                max(case when " ~ is_odd ~ " then 1 else 0 end) as has_odd_quotes
            from " ~ lines.whole ~ " as whole_lines
            where line <> ''
            group by _source_file
        )
        select first_lines.header, first_lines.header_row, first_lines._source_file, first_lines.has_odd_quotes
        from first_lines
        where not exists (
            select 1 from " ~ lines.broken ~ " as broken_lines
            where
                broken_lines._source_file = first_lines._source_file
                and broken_lines._source_row < first_lines.header_row
        )
        order by first_lines.header, first_lines.header_row, first_lines._source_file
    ").rows -%}
    {%- set groups = {} -%}
    {%- for header, header_row, file, has_odd_quotes in headers -%}
        {%- set group = groups.setdefault((header, header_row), {'files': [], 'has_odd_quotes': []}) -%}
        {%- do group.files.append(file) -%}
        {%- do group.has_odd_quotes.append(has_odd_quotes) -%}
    {%- endfor -%}
    {%- set parts = [] -%}
    {%- set readable_files = [] -%}
    {%- for (header, header_row), group in groups.items() -%}
        {%- set names = firstparty.csv_header(header, plan.delimiter) -%}
        {%- if names | map('lower') | select('in', plan.columns.values() | map('lower') | list) | list -%}
            {%- do readable_files.extend(group.files) -%}
            {%- set group_lines = "(
                select _source_file, _source_row, line
                from " ~ lines.whole ~ " as whole_lines
                where _source_file in (" ~ firstparty.text_literals(group.files) ~ ") and _source_row > " ~ header_row ~ "
            )" -%}
            {%- if 1 in group.has_odd_quotes -%}
                {%- set records = firstparty.parse_csv_lines(
                    relation ~ "_records_" ~ loop.index, group_lines, names | length, plan.delimiter
                ) -%}
                {%- do parts.append({
                    'query': firstparty.csv_record_rows(plan, names, records), 'cleanup': ["drop table " ~ records]
                }) -%}
            {%- else -%}
                {%- set records = "(
                    select *, " ~ firstparty.csv_fields('line', plan.delimiter) ~ " as fields
                    from " ~ group_lines ~ " as group_lines
                )" -%}
                {%- do parts.append({'query': firstparty.csv_record_rows(plan, names, records), 'cleanup': []}) -%}
            {%- endif -%}
        {%- endif -%}
    {%- endfor -%}
    {%- set unreadable_files = files | reject('in', readable_files) | list -%}
    {%- if unreadable_files -%}
        {%- set rows = firstparty.landed_columns(
            plan, {}, '_source_file', '_source_row', 'line', "'no header with a known column'"
        ) -%}
        {%- do parts.append({
            'query': rows ~ " from " ~ lines.whole ~ " as whole_lines where line <> '' and _source_file in ("
                ~ firstparty.text_literals(unreadable_files) ~ ")",
            'cleanup': []
        }) -%}
    {%- endif -%}
    {{ return(parts) }}
{%- endmacro %}


{#- The select that gives CSV records their declared columns by name; what is no record with as many fields as the header is broken. -#}
{% macro csv_record_rows(plan, names, records) -%}
    {%- set fields = {} -%}
    {%- for name in names -%}
        {%- do fields.update({name: "nullif(" ~ firstparty.list_item('fields', loop.index) ~ ", '')"}) -%}
    {%- endfor -%}
    {%- set raw_row = "case when parse_error is null then " ~ firstparty.json_object(fields) ~ " else line end" -%}
    with
    judged_records as (
        select
            *,
            case
                when fields is null then 'unclosed or misplaced quote'
                when {{ firstparty.list_length('fields') }} <> {{ names | length }}
                    then cast({{ firstparty.list_length('fields') }} as string) || ' fields, the header has {{ names | length }}'
            end as parse_error
        from {{ records }} as records
        where line <> ''
    ),
    whole_records as (
        select _source_file, _source_row, line, parse_error, case when parse_error is null then fields end as fields
        from judged_records
    )
    {{ firstparty.landed_columns(plan, fields, '_source_file', '_source_row', raw_row, 'parse_error') }}
    from whole_records
{%- endmacro %}
