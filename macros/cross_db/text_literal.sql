{#-
    A text as a SQL literal; none as a null of type text. DuckDB doubles a quote and takes backslashes as they are; Spark escapes
    both with a backslash.
-#}
{% macro text_literal(text) -%}
    {{ return(adapter.dispatch('text_literal', 'firstparty')(text)) }}
{%- endmacro %}

{% macro duckdb__text_literal(text) -%}
    {{ "cast(null as string)" if text is none else "'" ~ (text | string | replace("'", "''")) ~ "'" }}
{%- endmacro %}

{% macro spark__text_literal(text) -%}
    {{ "cast(null as string)" if text is none
        else "'" ~ (text | string | replace('\\', '\\\\') | replace("'", "\\'")) ~ "'" }}
{%- endmacro %}

{% macro default__text_literal(text) -%}
    {{ firstparty.raise_unsupported_engine('text_literal') }}
{%- endmacro %}


{#- Texts as SQL literals with commas between, for `in (…)`. -#}
{% macro text_literals(texts) -%}
    {%- set literals = [] -%}
    {%- for text in texts -%}
        {%- do literals.append(firstparty.text_literal(text)) -%}
    {%- endfor -%}
    {{ literals | join(', ') }}
{%- endmacro %}
