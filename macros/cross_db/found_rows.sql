{#-
    The rows of a table for which a condition on few of its columns holds, where they lie close together, as those that came last do.

    While DuckDB reads a table, it asks by each text whether that may be one which is looked for, and now and then finds one that is not:
    often enough to read all columns of all rows. So it looks for places first, which it finds exactly.
-#}
{% macro found_rows(relation, condition) -%}
    {{ return(adapter.dispatch('found_rows', 'firstparty')(relation, condition)) }}
{%- endmacro %}

{% macro duckdb__found_rows(relation, condition) -%}
    select * from {{ relation }}
    where rowid in (select rowid from {{ relation }} where {{ condition }})
{%- endmacro %}

{% macro spark__found_rows(relation, condition) -%}
    select * from {{ relation }}
    where {{ condition }}
{%- endmacro %}

{% macro default__found_rows(relation, condition) -%}
    {{ firstparty.raise_unsupported_engine('found_rows') }}
{%- endmacro %}
