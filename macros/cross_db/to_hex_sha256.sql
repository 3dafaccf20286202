{#-
    Lower-case hexadecimal SHA-256 of the UTF-8 bytes of a text; null for null.
-#}
{% macro to_hex_sha256(expression) -%}
    {{ return(adapter.dispatch('to_hex_sha256', 'firstparty')(expression)) }}
{%- endmacro %}

{% macro duckdb__to_hex_sha256(expression) -%}
    sha256({{ expression }})
{%- endmacro %}

{% macro spark__to_hex_sha256(expression) -%}
    sha2({{ expression }}, 256)
{%- endmacro %}

{% macro default__to_hex_sha256(expression) -%}
    {{ firstparty.raise_unsupported_engine('to_hex_sha256') }}
{%- endmacro %}
