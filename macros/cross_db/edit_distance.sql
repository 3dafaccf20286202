{#-
    How many edits make one text of another, after Levenshtein: bytes of UTF-8 that are put in, left out or replaced. DuckDB counts
    bytes; Spark counts characters, so there each byte is made one.
-#}
{% macro edit_distance(left, right) -%}
    {{ return(adapter.dispatch('edit_distance', 'firstparty')(left, right)) }}
{%- endmacro %}

{% macro duckdb__edit_distance(left, right) -%}
    levenshtein({{ left }}, {{ right }})
{%- endmacro %}

{% macro spark__edit_distance(left, right) -%}
    levenshtein(decode(encode({{ left }}, 'UTF-8'), 'ISO-8859-1'), decode(encode({{ right }}, 'UTF-8'), 'ISO-8859-1'))
{%- endmacro %}

{% macro default__edit_distance(left, right) -%}
    {{ firstparty.raise_unsupported_engine('edit_distance') }}
{%- endmacro %}
