{#-
    The list of what stands between single spaces in a text.
-#}
{% macro words_of(text) -%}
    {{ return(adapter.dispatch('words_of', 'firstparty')(text)) }}
{%- endmacro %}

{% macro duckdb__words_of(text) -%}
    string_split({{ text }}, ' ')
{%- endmacro %}

{% macro spark__words_of(text) -%}
    split({{ text }}, ' ')
{%- endmacro %}

{% macro default__words_of(text) -%}
    {{ firstparty.raise_unsupported_engine('words_of') }}
{%- endmacro %}
