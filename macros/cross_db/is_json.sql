{#-
    Whether a text is a whole, well-formed JSON document; false for null.
    Spark has no validity test: parsing to VARIANT gives null on a broken document.
-#}
{% macro is_json(document) -%}
    {{ return(adapter.dispatch('is_json', 'firstparty')(document)) }}
{%- endmacro %}

{% macro duckdb__is_json(document) -%}
    coalesce(json_valid({{ document }}), false)
{%- endmacro %}

{% macro spark__is_json(document) -%}
    coalesce(try_parse_json({{ document }}) is not null, false)
{%- endmacro %}

{% macro default__is_json(document) -%}
    {{ firstparty.raise_unsupported_engine('is_json') }}
{%- endmacro %}
