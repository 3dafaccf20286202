{#-
    How alike two texts are, after Jaro and Winkler, 0 to 1, where a condition holds; else null.
    Spark's own function counts every other letter that changed places where DuckDB's rounds down (noemie and noeemie, .91 and .93);
    there the Python function jaro_winkler is registered. Python functions are evaluated before the CASE they stand in, so there the
    texts are null where the condition does not hold.
-#}
{% macro jaro_winkler(left, right, condition='true') -%}
    {{ return(adapter.dispatch('jaro_winkler', 'firstparty')(left, right, condition)) }}
{%- endmacro %}

{% macro duckdb__jaro_winkler(left, right, condition) -%}
    {%- set similarity = 'jaro_winkler_similarity(' ~ left ~ ', ' ~ right ~ ')' -%}
    {{ return(similarity if condition == 'true' else 'case when ' ~ condition ~ ' then ' ~ similarity ~ ' end') }}
{%- endmacro %}

{% macro spark__jaro_winkler(left, right, condition) -%}
    {%- set texts = [] -%}
    {%- for text in [left, right] -%}
        {%- do texts.append(text if condition == 'true' else 'case when ' ~ condition ~ ' then ' ~ text ~ ' end') -%}
    {%- endfor -%}
    {{ return('jaro_winkler(' ~ texts | join(', ') ~ ')') }}
{%- endmacro %}

{% macro default__jaro_winkler(left, right, condition) -%}
    {{ firstparty.raise_unsupported_engine('jaro_winkler') }}
{%- endmacro %}
