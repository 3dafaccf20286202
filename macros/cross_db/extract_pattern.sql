{#-
    The text that a capture group of a regular expression matches (group 0: the whole match); null where nothing matches.
    Both engines give '' for no match, which cannot be told from an empty match, so '' becomes null on both.
    Same pattern rules as replace_pattern; a single quote is written \x27, for Spark's r'…' cannot hold one.
-#}
{% macro extract_pattern(expression, pattern, group=0) -%}
    {{ return(adapter.dispatch('extract_pattern', 'firstparty')(expression, pattern, group)) }}
{%- endmacro %}

{% macro duckdb__extract_pattern(expression, pattern, group=0) -%}
    {{ firstparty.null_if_empty("regexp_extract(" ~ expression ~ ", '" ~ pattern ~ "', " ~ group ~ ")") }}
{%- endmacro %}

{% macro spark__extract_pattern(expression, pattern, group=0) -%}
    nullif(regexp_extract({{ expression }}, r'{{ pattern }}', {{ group }}), '')
{%- endmacro %}

{% macro default__extract_pattern(expression, pattern, group=0) -%}
    {{ firstparty.raise_unsupported_engine('extract_pattern') }}
{%- endmacro %}
