{#-
    The files at a path with wildcards (`*`, `?`, `[…]`, `**`), in order of name, as the paths that landed rows carry. Only for
    materializations: it asks the warehouse.

    Spark has no function for it, and reading at a pattern that matches nothing is an error. A table over the folder before the
    first wildcard is none, whether or not the folder is there; its listing is filtered here. Spark never sees files whose names
    begin with `_` or `.`, or those in such folders.
-#}
{% macro list_files(relation, path) -%}
    {{ return(adapter.dispatch('list_files', 'firstparty')(relation, path)) }}
{%- endmacro %}

{% macro duckdb__list_files(relation, path) -%}
    {{ return(run_query(
        "select file from glob(" ~ firstparty.text_literal(path) ~ ") order by file"
    ).columns[0].values() | list) }}
{%- endmacro %}

{% macro spark__list_files(relation, path) -%}
    {%- do run_query("drop table if exists " ~ relation ~ "_files") -%}
    {%- do run_query(
        "create table " ~ relation ~ "_files using binaryFile options (recursiveFileLookup 'true') location "
        ~ firstparty.text_literal(firstparty.spark__landing_location(path))
    ) -%}
    {%- set files = run_query(
        "select " ~ firstparty.spark__landed_file(path) ~ " as file from " ~ relation ~ "_files where "
        ~ firstparty.spark__landed_file(path) ~ " rlike " ~ firstparty.text_literal(firstparty.spark__path_pattern(path))
        ~ " order by file"
    ).columns[0].values() | list -%}
    {%- do run_query("drop table " ~ relation ~ "_files") -%}
    {{ return(files) }}
{%- endmacro %}

{% macro default__list_files(relation, path) -%}
    {{ firstparty.raise_unsupported_engine('list_files') }}
{%- endmacro %}


{#- The folders of a path before the first wildcard, as they were written; the path of one file gives its folder. -#}
{% macro spark__landing_folder(path) -%}
    {%- set folders = path.split('/')[:-1] -%}
    {%- set depths = [] -%}
    {%- for folder in folders -%}
        {%- if modules.re.search('[*?[]', folder) -%}
            {%- do depths.append(loop.index0) -%}
        {%- endif -%}
    {%- endfor -%}
    {{ return(folders[:(depths + [folders | length])[0]] | join('/')) }}
{%- endmacro %}


{#- That folder as Spark looks for it. A relative path is one of the project, as it is where dbt runs; Spark would take it for one of its warehouse. -#}
{% macro spark__landing_location(path) -%}
    {%- set folder = modules.re.sub('^file:/+', '/', firstparty.spark__landing_folder(path)) -%}
    {%- set folder = folder if modules.re.match('[a-z0-9]+:|/', folder) else invocation_args_dict.project_dir ~ '/' ~ folder -%}
    {{ return(modules.re.sub('(?<!:)/+', '/', folder)) }}
{%- endmacro %}


{#- The path of the file that a row of a Spark table comes from, as DuckDB would give it. Spark gives it as a URI, absolute and with %20 for a blank. -#}
{% macro spark__landed_file(path) -%}
    {%- set file = "url_decode(replace(_metadata.file_path, '+', '%2B'))" -%}
    {%- set location = firstparty.text_literal(firstparty.spark__landing_location(path) ~ '/') -%}
    {{ firstparty.text_literal(firstparty.spark__landing_folder(path) ~ '/') }} || substring({{ file }}, instr({{ file }}, {{ location }}) + length({{ location }}))
{%- endmacro %}


{#- A path with wildcards as a regular expression for the whole of a path. -#}
{% macro spark__path_pattern(path) -%}
    {%- set pattern = [] -%}
    {%- for sign in modules.re.findall('\\*\\*/|\\*+|[?]|\\[[^]]+\\]|.', path) -%}
        {%- do pattern.append(
            {'**/': '(?:[^/]+/)*', '*': '[^/]*', '**': '.*', '?': '[^/]'}.get(
                sign, sign.replace('[!', '[^') if sign.startswith('[') and sign | length > 1 else modules.re.escape(sign)
            )
        ) -%}
    {%- endfor -%}
    {{ return('\\A' ~ pattern | join ~ '\\z') }}
{%- endmacro %}
