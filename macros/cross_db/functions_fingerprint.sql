{#-
    The expression of a text that is another one where the code of a Python function that SQL calls is, or of a library that it uses.
-#}
{% macro functions_fingerprint() -%}
    {{ return(adapter.dispatch('functions_fingerprint', 'firstparty')()) }}
{%- endmacro %}

{% macro duckdb__functions_fingerprint() -%}
    functions_fingerprint()
{%- endmacro %}

{% macro spark__functions_fingerprint() -%}
    {{ firstparty.raise_unsupported_engine('functions_fingerprint') }}
{%- endmacro %}

{% macro default__functions_fingerprint() -%}
    {{ firstparty.raise_unsupported_engine('functions_fingerprint') }}
{%- endmacro %}
