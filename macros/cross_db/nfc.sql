{#-
    Unicode normal form C, so that one letter has one spelling. Spark has no such function in SQL; there the Python
    function nfc_text is registered instead.
-#}
{% macro nfc(expression) -%}
    {{ return(adapter.dispatch('nfc', 'firstparty')(expression)) }}
{%- endmacro %}

{% macro duckdb__nfc(expression) -%}
    nfc_normalize({{ expression }})
{%- endmacro %}

{% macro spark__nfc(expression) -%}
    nfc_text({{ expression }})
{%- endmacro %}

{% macro default__nfc(expression) -%}
    {{ firstparty.raise_unsupported_engine('nfc') }}
{%- endmacro %}
