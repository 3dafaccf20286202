{#-
    The texts at several JSON paths of a well-formed document, as a list, in one parse. On Spark get_json_object reads documents that
    DuckDB refuses and parses once for each path, so there it is the Python function json_texts, whose list comes as JSON.
-#}
{% macro json_texts_at(document, paths) -%}
    {{ return(adapter.dispatch('json_texts_at', 'firstparty')(document, paths)) }}
{%- endmacro %}

{% macro duckdb__json_texts_at(document, paths) -%}
    json_extract_string({{ document }}, [
        {%- for path in paths %}{{ firstparty.text_literal(path) }}{{ ", " if not loop.last }}{% endfor -%}
    ])
{%- endmacro %}

{% macro spark__json_texts_at(document, paths) -%}
    from_json(json_texts({{ document }}, {{ firstparty.text_literal(tojson(paths)) }}), 'array<string>')
{%- endmacro %}

{% macro default__json_texts_at(document, paths) -%}
    {{ firstparty.raise_unsupported_engine('json_texts_at') }}
{%- endmacro %}
