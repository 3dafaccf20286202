{#-
    The text at a JSON path of a JSON document held as text; null where the path, or the document, is missing or broken.
    DuckDB raises on a malformed document, so the call is wrapped in try(). Spark's get_json_object writes small and large numbers
    its own way and reads the beginning of a broken document; there the Python function json_value_text is registered.
    Keys with dots or spaces are quoted in the path: $."unit price".
-#}
{% macro json_text(document, path) -%}
    {{ return(adapter.dispatch('json_text', 'firstparty')(document, path)) }}
{%- endmacro %}

{% macro duckdb__json_text(document, path) -%}
    try(json_extract_string({{ document }}, '{{ path }}'))
{%- endmacro %}

{% macro spark__json_text(document, path) -%}
    json_value_text({{ document }}, {{ firstparty.text_literal(path) }})
{%- endmacro %}

{% macro default__json_text(document, path) -%}
    {{ firstparty.raise_unsupported_engine('json_text') }}
{%- endmacro %}
