{#-
    A JSON object as text from a literal mapping of key to SQL expression.
    Nulls differ by default: DuckDB's to_json keeps them, Spark's drops them unless told; both keep them here.
    Key order is the order given, so equal rows give equal text.
-#}
{% macro json_object(pairs) -%}
    {{ return(adapter.dispatch('json_object', 'firstparty')(pairs)) }}
{%- endmacro %}

{% macro duckdb__json_object(pairs) -%}
    cast(to_json(struct_pack(
    {%- for key, expression in pairs.items() %}
        {{ firstparty.header(key) }} := {{ expression }}{{ "," if not loop.last }}
    {%- endfor %}
    )) as string)
{%- endmacro %}

{% macro spark__json_object(pairs) -%}
    to_json(named_struct(
    {%- for key, expression in pairs.items() %}
        {{ firstparty.text_literal(key) }}, {{ expression }}{{ "," if not loop.last }}
    {%- endfor %}
    ), map('ignoreNullFields', 'false'))
{%- endmacro %}

{% macro default__json_object(pairs) -%}
    {{ firstparty.raise_unsupported_engine('json_object') }}
{%- endmacro %}
