{#-
    What one group of a regular expression matched, the first time it matches; '' where it does not match, on both engines.
    Same pattern rules as replace_pattern. The engines differ in how a literal keeps its backslashes, and in nothing else.
-#}
{% macro extract_pattern(expression, pattern, group=1) -%}
    {{ return(adapter.dispatch('extract_pattern', 'firstparty')(expression, pattern, group)) }}
{%- endmacro %}

{% macro duckdb__extract_pattern(expression, pattern, group=1) -%}
    regexp_extract({{ expression }}, '{{ pattern }}', {{ group }})
{%- endmacro %}

{% macro spark__extract_pattern(expression, pattern, group=1) -%}
    regexp_extract({{ expression }}, r'{{ pattern }}', {{ group }})
{%- endmacro %}

{% macro default__extract_pattern(expression, pattern, group=1) -%}
    {{ firstparty.raise_unsupported_engine('extract_pattern') }}
{%- endmacro %}
