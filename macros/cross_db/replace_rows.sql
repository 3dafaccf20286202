{#-
    Puts new rows in place of those of a table that are of affected keys by some columns (none: all), and tells which went or came, in a
    table of their own. Of two rows that are alike in the columns told (none: all) the one that is there stays; neither side has two that
    are. With is_compared false all go and all come. Gives how many went or came. Only for engines that keep changes.
-#}
{% macro replace_rows(existing, rows, told, key_columns, told_columns, is_compared) -%}
    {{ return(adapter.dispatch('replace_rows', 'firstparty')(existing, rows, told, key_columns, told_columns, is_compared)) }}
{%- endmacro %}

{% macro duckdb__replace_rows(existing, rows, told, key_columns, told_columns, is_compared) -%}
    {%- set columns = told_columns | join(', ') if told_columns else '*' -%}
    {%- set told_of = 'distinct ' ~ columns if told_columns else '* exclude (place, new_place)' -%}
    {%- set moved = firstparty.scratch_table(this.identifier ~ '__moved') -%}
    {%- set selected = columns ~ ", rowid as place, null as new_place" -%}
    {%- set sides -%}
        ({{ firstparty.rows_of_keys(existing, key_columns, firstparty.affected_keys(), selected) if key_columns
            else "select " ~ selected ~ " from " ~ existing }})
        union all by name
        select {{ columns }}, null as place, rowid as new_place from {{ rows }}
    {%- endset -%}
    {%- set compared -%}
        select columns(* exclude (place, new_place)), max(place) as place, max(new_place) as new_place
        from ({{ sides }}) as sides
        group by all
        having count(*) = 1
    {%- endset -%}
    {%- set changed = firstparty.answer(
        "create or replace temporary table " ~ moved ~ " as " ~ (compared if is_compared else sides)
        ~ "; drop table if exists " ~ told
        ~ "; create table " ~ told ~ " as select " ~ told_of ~ " from " ~ moved
        ~ "; select count(*) from " ~ moved
    )[0] -%}
    {%- set statements = ["drop table " ~ moved] -%}
    {%- if changed > 0 -%}
        {%- set statements = [
            "delete from " ~ existing ~ " where rowid in (select place from " ~ moved ~ ")",
            "insert into " ~ existing ~ " by name select * from " ~ rows
                ~ " where rowid in (select new_place from " ~ moved ~ ")",
        ] + statements -%}
    {%- endif -%}
    {%- do firstparty.run_sql(statements | join("; ")) -%}
    {{ return(changed) }}
{%- endmacro %}

{% macro spark__replace_rows(existing, rows, told, key_columns, told_columns, is_compared) -%}
    {{ firstparty.raise_unsupported_engine('replace_rows') }}
{%- endmacro %}

{% macro default__replace_rows(existing, rows, told, key_columns, told_columns, is_compared) -%}
    {{ firstparty.raise_unsupported_engine('replace_rows') }}
{%- endmacro %}
