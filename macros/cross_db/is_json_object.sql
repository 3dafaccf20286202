{#-
    Whether a JSON document is an object. DuckDB raises on a malformed document: ask is_json first, in an earlier branch of the
    same CASE. Spark has no function for it that reads the whole document; there the Python function json_kind is registered.
-#}
{% macro is_json_object(document) -%}
    {{ return(adapter.dispatch('is_json_object', 'firstparty')(document)) }}
{%- endmacro %}

{% macro duckdb__is_json_object(document) -%}
    (json_type({{ document }}) = 'OBJECT')
{%- endmacro %}

{% macro spark__is_json_object(document) -%}
    (json_kind({{ document }}) = 'object')
{%- endmacro %}

{% macro default__is_json_object(document) -%}
    {{ firstparty.raise_unsupported_engine('is_json_object') }}
{%- endmacro %}
