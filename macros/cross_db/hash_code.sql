{#-
    A 64-bit number for one or several values: equal values, equal numbers. Engines differ in which, so it is good for joining
    and grouping within one build and for nothing else. Nulls have a number too.
-#}
{% macro hash_code(expressions) -%}
    {{ return(adapter.dispatch('hash_code', 'firstparty')(expressions)) }}
{%- endmacro %}

{% macro duckdb__hash_code(expressions) -%}
    hash({{ expressions | join(', ') }})
{%- endmacro %}

{% macro spark__hash_code(expressions) -%}
    xxhash64({{ expressions | join(', ') }})
{%- endmacro %}

{% macro default__hash_code(expressions) -%}
    {{ firstparty.raise_unsupported_engine('hash_code') }}
{%- endmacro %}
