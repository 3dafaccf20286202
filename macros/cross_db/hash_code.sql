{#-
    A 64-bit number for one or several values: equal values, equal numbers. Engines differ in which, and so may their versions: it is good for
    joining and grouping, and where it is kept a new version may find that all values are others. Nulls have a number too.
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
