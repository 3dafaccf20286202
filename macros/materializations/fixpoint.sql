{#-
    Runs a model's own SELECT again and again over its previous result until nothing changes.

    The model reads its previous result as `fixpoint_previous()` and names, in config `initial`, the model that
    holds the first one (same columns, same order; the model must ref() it too, so that it is built first).
    After each round the two results are compared: as many rows and equal sets of them end the loop. A model that
    counts its rounds itself names that column in config `settled_by`: then the loop ends where the greatest count of
    both results is the same, and no rows need be compared. A model that has not settled after `max_iterations` fails
    and says so: its SELECT does not converge, or the graph is far outside what it was made for.

    Config `kept_ctes` lists CTEs of the model that many places read, in the order in which they stand. An engine that would plan
    each of them anew for each place (keeps_ctes) makes tables of them first, one after the other, in every round.

    A model that names a `key` is brought up to date as those materialized as `maintained` are: of affected keys alone the loop starts.

    Only CREATE TABLE AS and DROP are used, so the loop runs on any engine: two tables take turns, and the last one becomes the
    model.
-#}
{% materialization fixpoint, default %}
    {{ return(firstparty.maintain_table()) }}
{% endmaterialization %}


{#- The settled result of a fixpoint model's SQL, as a table beside the model's own. It starts from rows of affected keys by some columns, or all. -#}
{% macro settled_table(query, columns=none) -%}
    {%- set first = firstparty.fixpoint_relation('previous') -%}
    {%- set turns = namespace(previous=first, next=firstparty.fixpoint_relation('next')) -%}
    {%- set initial = ref(config.require('initial')) -%}
    {%- set settled_by = config.get('settled_by') -%}
    {%- set max_iterations = config.get('max_iterations', 200) | int -%}
    {%- set kept_ctes = [] if firstparty.keeps_ctes() else config.get('kept_ctes', []) -%}
    {%- do firstparty.drop_table(turns.previous) -%}
    {%- do firstparty.drop_table(turns.next) -%}
    {%- set start = firstparty.rows_of_keys(firstparty.initial_rows(initial), columns, firstparty.affected_keys()) if columns
        else "select * from " ~ initial -%}
    {%- do firstparty.run_sql(get_create_table_as_sql(False, turns.previous, start)) -%}

    {%- set progress = namespace(rounds=0, is_settled=false, sql='') -%}
    {% for round in range(max_iterations) %}
        {% if not progress.is_settled %}
            {%- set progress.sql = query | replace(firstparty.fixpoint_round(), progress.rounds)
                | replace(first | string, turns.previous | string) -%}
            {% for cte in kept_ctes %}
                {%- set kept = firstparty.fixpoint_relation(cte) -%}
                {%- set parts = firstparty.parted_at_cte(progress.sql, cte, kept) -%}
                {%- do firstparty.drop_table(kept) -%}
                {%- do firstparty.run_sql(get_create_table_as_sql(False, kept, parts.query)) -%}
                {%- set progress.sql = parts.rest -%}
            {% endfor %}
            {%- do firstparty.run_sql(get_create_table_as_sql(False, turns.next, progress.sql)) -%}
            {%- set progress.rounds = progress.rounds + 1 -%}
            {#- Where the numbers of rows differ, the rows need not be compared. -#}
            {%- set measure = 'max(' ~ settled_by ~ ')' if settled_by else 'count(*)' %}
            {%- set measures = firstparty.answer(
                "select (select " ~ measure ~ " from " ~ turns.previous ~ "), (select " ~ measure ~ " from " ~ turns.next ~ ")"
            ) -%}
            {% if measures[0] == measures[1] %}
                {%- set progress.is_settled = settled_by is not none
                    or firstparty.answer(firstparty.fixpoint_changes(turns.previous, turns.next))[0] == 0 -%}
            {% endif %}
            {%- do firstparty.drop_table(turns.previous) -%}
            {%- set taken = turns.previous -%}
            {%- set turns.previous = turns.next -%}
            {%- set turns.next = taken -%}
        {% endif %}
    {% endfor %}

    {% for cte in kept_ctes %}
        {%- do firstparty.drop_table(firstparty.fixpoint_relation(cte)) -%}
    {% endfor %}

    {% if not progress.is_settled %}
        {%- do firstparty.drop_table(turns.previous) -%}
        {{ exceptions.raise_compiler_error(
            "fixpoint model '" ~ model.name ~ "' still changes after " ~ max_iterations ~ " rounds. Either its SELECT does "
            ~ "not converge, or its config max_iterations is too low for this input."
        ) }}
    {% endif %}

    {% do log("fixpoint " ~ model.name ~ ": settled after " ~ progress.rounds ~ " rounds", info=False) %}
    {%- do model.update({'round_count': progress.rounds}) -%}
    {{ return(turns.previous) }}
{%- endmacro %}


{#-
    What the loop reads its first rows of affected keys from: the model that holds them, or where that is a view, which would be worked out
    for all keys, its SQL for these.
-#}
{% macro initial_rows(initial) -%}
    {%- for node in firstparty.read_tables(model.depends_on.nodes)
        if node.name == config.require('initial') and node.config.materialized == 'view' -%}
        {{ return('(' ~ render(node.raw_code) ~ ') as initial') }}
    {%- endfor -%}
    {{ return(initial) }}
{%- endmacro %}


{#- The tables that take turns, and those of kept CTEs, next to the model itself. -#}
{% macro fixpoint_relation(turn) -%}
    {{ return(this.incorporate(path={'identifier': this.identifier ~ '__' ~ turn}, type='table')) }}
{%- endmacro %}


{#- What a fixpoint model reads as its own previous result: in a unit test the rows that are given for `this`. -#}
{% macro fixpoint_previous() -%}
    {{ this if model.resource_type == 'unit_test' else firstparty.fixpoint_relation('previous') }}
{%- endmacro %}


{#- The number of the round as a fixpoint model reads it, from 0; in SQL that is run by hand, the first one. -#}
{% macro fixpoint_round() -%}
    {{ return('0 /* fixpoint_round */') }}
{%- endmacro %}


{#- One number: rows that only one of the two results has, duplicates aside. -#}
{% macro fixpoint_changes(previous, next) -%}
    with appeared as (
        select * from {{ next }}
        except
        select * from {{ previous }}
    ),

    vanished as (
        select * from {{ previous }}
        except
        select * from {{ next }}
    )

    select (select count(*) from appeared) + (select count(*) from vanished) as changed_count
{%- endmacro %}


{#-
    A query parted at one of its CTEs: `query` gives the rows of the CTE, `rest` is the query in which the CTE only reads them from a
    table. The CTE begins and ends at the start of a line, as those of this project do, and is not the first.
-#}
{% macro parted_at_cte(sql, cte, relation) -%}
    {%- set head = '\n' ~ cte ~ ' as (\n' -%}
    {%- set before = sql.split(head) -%}
    {%- set after = (before | last).split('\n)', 1) -%}
    {%- if before | length != 2 or after | length != 2 -%}
        {{ exceptions.raise_compiler_error("kept_ctes: the query has no CTE '" ~ cte ~ "' that begins and ends at the start of a line, or two") }}
    {%- endif -%}
    {{ return({
        'query': before[0] ~ head ~ after[0] ~ '\n)\n\nselect * from ' ~ cte,
        'rest': before[0] ~ head ~ '    select * from ' ~ relation ~ '\n)' ~ after[1],
    }) }}
{%- endmacro %}
