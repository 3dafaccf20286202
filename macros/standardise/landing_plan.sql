{#-
    What to land for one raw entity, from the model's declaration and the vars that say what this company has:
    a mapping with `entity`, `kind` (off, files or table), `path` (`is_own_path` when a person wrote it) or `table`, `format`,
    `delimiter`, `columns` (our name to theirs), `values` (our name to one value for all rows) and `paths` (our name to JSON
    path). All mistakes are collected, then raised once.
-#}
{% macro landing_plan(declaration) -%}
    {%- set entity = declaration['raw_entity'] -%}
    {%- set source_name = entity.split('.')[0] -%}
    {%- set location = var('source_locations').get(entity, {}) -%}
    {%- set renames = location.get('columns', {}) -%}
    {%- set constants = location.get('values', {}) -%}
    {%- set delimiter = location.get('delimiter', ',') -%}
    {%- set format = location.get('format', declaration['raw_format']) -%}
    {%- set endings = {'csv': 'csv*', 'jsonl': 'jsonl*', 'parquet': 'parquet'} -%}
    {%- set mistakes = [] -%}

    {%- for key in location if key not in ['path', 'table', 'format', 'delimiter', 'columns', 'values'] -%}
        {%- do mistakes.append(
            "unknown setting '" ~ key ~ "' (path, table, format, delimiter, columns and values are known)"
        ) -%}
    {%- endfor -%}
    {%- if format not in endings -%}
        {%- do mistakes.append("unknown format '" ~ format ~ "' (csv, jsonl and parquet are known)") -%}
    {%- endif -%}
    {%- for column in renames.keys() | list + constants.keys() | list if column not in declaration['raw_columns'] -%}
        {%- do mistakes.append("unknown column '" ~ column ~ "' (known: " ~ declaration['raw_columns'] | join(', ') ~ ")") -%}
    {%- endfor -%}
    {%- if delimiter | length != 1 or delimiter == '"' -%}
        {%- do mistakes.append("delimiter '" ~ delimiter ~ "' is not one character other than a quote") -%}
    {%- endif -%}
    {%- if 'path' in location and 'table' in location -%}
        {%- do mistakes.append("both path and table are given; one of them is meant") -%}
    {%- endif -%}
    {%- if mistakes -%}
        {{ exceptions.raise_compiler_error("var source_locations, entity '" ~ entity ~ "': " ~ mistakes | join('; ')) }}
    {%- endif -%}

    {%- set columns = {} -%}
    {%- set paths = {} -%}
    {%- set values = {} -%}
    {%- for column in declaration['raw_columns'] -%}
        {%- do columns.update({column: renames.get(column, column)}) -%}
        {%- set declared_path = declaration.get('raw_paths', {}).get(column, '$.' ~ column) -%}
        {%- do paths.update({column: '$.' ~ renames[column] if column in renames else declared_path}) -%}
    {%- endfor -%}
    {%- for column, value in constants.items() -%}
        {%- do values.update({column: value | string}) -%}
    {%- endfor -%}

    {{ return({
        'entity': entity,
        'kind': 'off' if source_name not in var('sources') else ('table' if 'table' in location else 'files'),
        'path': location.get('path', var('raw_path') ~ '/' ~ entity.replace('.', '/') ~ '/*.' ~ endings[format]),
        'is_own_path': 'path' in location,
        'table': location.get('table'),
        'format': format,
        'delimiter': delimiter,
        'columns': columns,
        'values': values,
        'paths': paths,
    }) }}
{%- endmacro %}
