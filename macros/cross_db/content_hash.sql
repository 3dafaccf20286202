{#-
    The query of what a table holds, or of a view how it is defined, as a short text: another content, another text.
-#}
{% macro content_hash(relation, materialized) -%}
    {{ return(adapter.dispatch('content_hash', 'firstparty')(relation, materialized)) }}
{%- endmacro %}

{% macro duckdb__content_hash(relation, materialized) -%}
    {%- if materialized == 'view' -%}
        select md5(sql) from duckdb_views() where schema_name = '{{ relation.schema }}' and view_name = '{{ relation.identifier }}'
    {%- else -%}
        select count(*) || ' ' || coalesce(sum(cast(hash(content) as hugeint)), 0) from {{ relation }} as content
    {%- endif -%}
{%- endmacro %}

{% macro spark__content_hash(relation, materialized) -%}
    {{ firstparty.raise_unsupported_engine('content_hash') }}
{%- endmacro %}

{% macro default__content_hash(relation, materialized) -%}
    {{ firstparty.raise_unsupported_engine('content_hash') }}
{%- endmacro %}
