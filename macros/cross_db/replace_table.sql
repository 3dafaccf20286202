{#-
    Makes a table of what a query gives, in place of the one that is there (none: of none), which the query may read. It stays where the
    query fails.
-#}
{% macro replace_table(existing, target_relation, query) -%}
    {{ return(adapter.dispatch('replace_table', 'firstparty')(existing, target_relation, query)) }}
{%- endmacro %}

{#-
    What a transaction drops is there again where it fails: so the table is made under its own name, if the query does not read it, as that
    of landed rows may by a view.
-#}
{% macro duckdb__replace_table(existing, target_relation, query) -%}
    {%- set may_read_it = target_relation | string in query or config.get('materialized') == 'landed' -%}
    {%- if existing is not none and (may_read_it or not existing.is_table) -%}
        {{ return(firstparty.replace_table_by_next(existing, target_relation, query)) }}
    {%- endif -%}
    {%- do firstparty.run_sql(
        "drop table if exists " ~ target_relation ~ "; " ~ get_create_table_as_sql(False, target_relation, query)
    ) -%}
{%- endmacro %}

{% macro spark__replace_table(existing, target_relation, query) -%}
    {{ return(firstparty.replace_table_by_next(existing, target_relation, query)) }}
{%- endmacro %}

{% macro default__replace_table(existing, target_relation, query) -%}
    {{ firstparty.raise_unsupported_engine('replace_table') }}
{%- endmacro %}


{#- The same by a table beside it, which takes its name when it is whole. -#}
{% macro replace_table_by_next(existing, target_relation, query) -%}
    {%- set next = target_relation if existing is none
        else target_relation.incorporate(path={'identifier': target_relation.identifier ~ '__next'}) -%}
    {%- do firstparty.drop_table(next) -%}
    {%- do firstparty.run_sql(get_create_table_as_sql(False, next, query)) -%}
    {% if existing is not none %}
        {%- do firstparty.put_in_place(next, existing, target_relation) -%}
    {% endif %}
{%- endmacro %}


{#- Gives a table the name of another one, in place of it (none: of none). -#}
{% macro put_in_place(next, existing, target_relation) -%}
    {% if existing is not none %}
        {% do adapter.drop_relation(existing) %}
    {% endif %}
    {% do adapter.rename_relation(next, target_relation) %}
{%- endmacro %}
