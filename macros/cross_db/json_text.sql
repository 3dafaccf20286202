{#-
    The text at a JSON path of a JSON document held as text; null where the path, or the document, is missing or broken.
    DuckDB raises on a malformed document, so the call is wrapped in try(). Spark returns null by itself.
    Keys with dots or spaces need the ['key'] form on both engines.
-#}
{% macro json_text(document, path) -%}
    {{ return(adapter.dispatch('json_text', 'firstparty')(document, path)) }}
{%- endmacro %}

{% macro duckdb__json_text(document, path) -%}
    try(json_extract_string({{ document }}, '{{ path }}'))
{%- endmacro %}

{% macro spark__json_text(document, path) -%}
    get_json_object({{ document }}, '{{ path }}')
{%- endmacro %}

{% macro default__json_text(document, path) -%}
    {{ firstparty.raise_unsupported_engine('json_text') }}
{%- endmacro %}
