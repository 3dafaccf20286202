{#-
    Whether a text is a whole, well-formed JSON document; false for null.
    Spark has no validity test: its parsers stop reading where the document ends, whatever follows, and to VARIANT refuse one that
    names a key twice. There the Python function json_kind is registered, which reads as DuckDB does.
-#}
{% macro is_json(document) -%}
    {{ return(adapter.dispatch('is_json', 'firstparty')(document)) }}
{%- endmacro %}

{% macro duckdb__is_json(document) -%}
    coalesce(json_valid({{ document }}), false)
{%- endmacro %}

{% macro spark__is_json(document) -%}
    (json_kind({{ document }}) is not null)
{%- endmacro %}

{% macro default__is_json(document) -%}
    {{ firstparty.raise_unsupported_engine('is_json') }}
{%- endmacro %}
