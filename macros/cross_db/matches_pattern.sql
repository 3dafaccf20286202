{#-
    Whether a text holds a match of a regular expression anywhere; anchor it for the whole text. Same pattern rules as replace_pattern.
-#}
{% macro matches_pattern(expression, pattern) -%}
    {{ return(adapter.dispatch('matches_pattern', 'firstparty')(expression, pattern)) }}
{%- endmacro %}

{% macro duckdb__matches_pattern(expression, pattern) -%}
    regexp_matches({{ expression }}, '{{ pattern }}')
{%- endmacro %}

{% macro spark__matches_pattern(expression, pattern) -%}
    ({{ expression }} rlike r'{{ pattern }}')
{%- endmacro %}

{% macro default__matches_pattern(expression, pattern) -%}
    {{ firstparty.raise_unsupported_engine('matches_pattern') }}
{%- endmacro %}
