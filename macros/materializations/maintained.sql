{#-
    A table that a build brings up to date instead of making it anew: only rows whose keys may have changed are worked out again.
    What it holds after a build is what a full build would give.

    The model names in config `key` the columns that its rows come and go by; they are never null. In a block `affected` it says
    which keys to work out again, from what changed in the maintained tables that it reads (`changes_of`), and restricts what it reads
    to them (`affected_rows` of a table, `where_affected` anywhere). Its SQL as it stands, which is the one compiled and tested, works out
    everything. A model without the block works out everything each time, and only tells its readers which rows changed: good for what is small. What lands
    (`landed`) compares the rows delivered with those that it has. Config `told` lists the columns that it tells of, where the others follow from those.
    With config `is_compared: false` all rows of affected keys count as changed, and only those columns of them are read: good where rows are wide
    and nearly all would differ. One without a key is made anew each time, and its readers compare what it holds.

    Days pass: where the SQL asks for the day of the build, a block `affected` also names the rows that may be others by the day alone. An
    earlier day than that of the last build makes the table anew.

    For each table, schema `maintenance` has the number of its latest state, whether that state was told as changes (the table of the
    same name there: its rows, old and new), and what it was made from. A table is made anew where its SQL, a Python
    function or another input changed, where changes are not there (of a state before the last one, or of another build: they are
    let go at the end of each), and with --full-refresh; where more than a third of it would be worked out again, all of it is, and where
    nothing would, it stays. Rows, changes and state change in one transaction, so a build that is killed leaves a state that the next one goes on from.

    `counted_in` names a model it reads, a third of whose rows is too much for a table that has rows of few keys.
    `lasting` names inputs whose rows never change, of which only those count that other inputs ask for. `reads_before`: models
    whose tables it reads as the build before left them. What it is made by is its code then, for its SQL differs from build to build;
    it is made anew where one of them is not there. One that reads its own and has no block `affected` is worked out each time.
    `key_of`: with any, a row goes by any of the key's columns, and `affected` gives one column: so pairs go by both their ends.
-#}
{% materialization maintained, default %}
    {{ return(firstparty.maintain_table()) }}
{% endmaterialization %}


{#-
    Brings the table of the model being built up to date. `origin` tells of what stands behind its SQL without being in it; what lies
    there may have changed at any time.
-#}
{% macro maintain_table(origin='') -%}
    {%- set target_relation = this.incorporate(type='table') -%}
    {%- set existing = load_cached_relation(this) -%}
    {%- set tells_changes = firstparty.keeps_changes() and firstparty.is_maintained(model) -%}
    {%- set plan = namespace(way='full', changed=none) -%}

    {{ run_hooks(pre_hooks, inside_transaction=False) }}
    {{ run_hooks(pre_hooks, inside_transaction=True) }}
    {%- if tells_changes -%}
        {%- set known = firstparty.known_states() -%}
        {%- set state = known.states.get(this.identifier) -%}
        {%- set inputs = firstparty.table_inputs(known.read, known.states, state, sql) -%}
        {%- set definition = firstparty.table_definition(origin, known.functions) -%}
        {%- set plan.way = firstparty.way_to_maintain(existing, state, inputs, definition, origin) -%}
    {%- endif -%}
    {%- if plan.way == 'changed' -%}
        {%- set all_rows = ref(config.get('counted_in')) if config.get('counted_in') else existing -%}
        {%- set counts = firstparty.create_keys(firstparty.affected_keys(), model.affected_query, all_rows) -%}
        {%- if counts[0] == 0 -%}
            {%- set plan.way = 'kept' -%}
        {%- elif counts[0] * 3 > counts[1] -%}
            {%- set plan.way = 'compared' -%}
        {%- endif -%}
    {%- endif -%}

    {%- if plan.way == 'changed' -%}
        {%- set plan.changed = firstparty.replace_affected_rows(existing, model.changed_sql) -%}
    {%- elif plan.way == 'compared' -%}
        {%- set plan.changed = firstparty.replace_compared_table(existing) -%}
    {%- elif plan.way == 'full' -%}
        {%- do firstparty.replace_whole_table(existing, target_relation, tells_changes) -%}
    {%- endif -%}
    {%- if tells_changes and not (plan.way == 'kept' and inputs.is_same) -%}
        {%- set is_new_state = plan.way == 'full' or (plan.changed or 0) > 0 -%}
        {%- do firstparty.write_table_state({
            'state_number': (state.state_number | int if state else 0) + (1 if is_new_state else 0),
            'is_told': (plan.way != 'full') if is_new_state else state.is_told,
            'definition': definition,
            'inputs': tojson(inputs.numbers),
        }) -%}
    {%- endif -%}
    {%- set told = [] -%}
    {%- if tells_changes -%}
        {%- do told.append(plan.way | upper ~ (' ' ~ plan.changed ~ ' ROWS' if plan.changed is not none else '')) -%}
    {%- endif -%}
    {%- if 'round_count' in model -%}
        {%- do told.append('FIXPOINT AFTER ' ~ model.round_count ~ ' ROUNDS') -%}
    {%- endif -%}
    {% call noop_statement('main', told | join(', ') or 'OK') %}{% endcall %}

    {% do apply_grants(target_relation, config.get('grants'), should_revoke=True) %}
    {% do persist_docs(target_relation, model) %}
    {{ run_hooks(post_hooks, inside_transaction=True) }}
    {% do adapter.commit() %}
    {{ run_hooks(post_hooks, inside_transaction=False) }}
    {{ return({'relations': [target_relation]}) }}
{%- endmacro %}


{#-
    How to bring the table up to date: `kept` as it is, `changed` by affected keys, worked out whole and `compared`, or `full`: made anew,
    its changes not told.
-#}
{% macro way_to_maintain(existing, state, inputs, definition, origin) -%}
    {%- set before = config.get('reads_before', []) -%}
    {%- for name in before if firstparty.relation_before(name) is none -%}
        {{ return('full') }}
    {%- endfor -%}
    {%- if existing is none or state is none or flags.FULL_REFRESH or state.definition != definition -%}
        {{ return('full') }}
    {%- endif -%}
    {%- set names_affected = 'affected()' in model.raw_code -%}
    {%- if inputs.is_same and not origin and (names_affected or model.name not in before) -%}
        {{ return('kept') }}
    {%- elif not names_affected -%}
        {{ return('compared') }}
    {%- elif not inputs.is_told -%}
        {{ return('compared' if origin else 'full') }}
    {%- endif -%}
    {%- do firstparty.render_changes(inputs.unchanged, state.inputs.get('as_of')) -%}
    {{ return('changed') }}
{%- endmacro %}


{#-
    What the model being built is made by, as a short text: its SQL and the code of Python functions; see config `reads_before`. On
    which day it is built belongs to what it reads.
-#}
{% macro table_definition(origin, functions) -%}
    {%- set code = model.raw_code if config.get('reads_before') else sql | replace(firstparty.as_of(), 'as_of') -%}
    {{ return(local_md5(code ~ origin) ~ ' ' ~ functions) }}
{%- endmacro %}


{#-
    Renders the model's SQL once more, for rows of affected keys only; the query of those keys is kept beside it. as_of_before: for which
    day the table was built last, where its SQL asks for that.
-#}
{% macro render_changes(unchanged_inputs, as_of_before) -%}
    {%- do model.update({
        'is_of_changes': true, 'affected_query': none, 'unchanged_inputs': unchanged_inputs, 'as_of_before': as_of_before,
    }) -%}
    {%- do model.update({'changed_sql': render(model.raw_code)}) -%}
{%- endmacro %}


{#- Whether the SQL of a maintained model is being rendered for the rows of affected keys only. -#}
{% macro is_of_changes() -%}
    {{ return(model.get('is_of_changes', false)) }}
{%- endmacro %}


{#- A block around the query of keys whose rows may have changed; nothing of it is in the model's SQL. What it reads counts as read. -#}
{% macro affected() -%}
    {%- if not execute or firstparty.is_of_changes() -%}
        {%- do model.update({'affected_query': caller()}) -%}
    {%- endif -%}
{%- endmacro %}


{#- The condition that a row, by a column or several together, is of an affected key; nothing where everything is worked out. -#}
{% macro where_affected(columns) -%}
    {%- if firstparty.is_of_changes() -%}
        where {{ firstparty.is_of_keys(columns, firstparty.affected_keys()) }}
    {%- endif -%}
{%- endmacro %}


{#- The condition that a row is of one of the texts, none empty, that a query gives; nothing where everything is worked out. -#}
{% macro where_looked_up(column, query) -%}
    {%- if firstparty.is_of_changes() -%}
        where {{ column }} in ({{ firstparty.lookup_texts(query) }})
    {%- endif -%}
{%- endmacro %}


{#- The rows of a table that are of one of the texts, none empty, that a query gives; all where everything is worked out. -#}
{% macro looked_up_rows(relation, column, query) -%}
    {%- if firstparty.is_of_changes() -%}
        {{ firstparty.found_rows(relation, column ~ ' in (' ~ firstparty.lookup_texts(query) ~ ')') }}
    {%- else -%}
        select * from {{ relation }}
    {%- endif -%}
{%- endmacro %}


{#-
    The condition that a row is of one of the keys in a table by a column or several together. Of several the last one is asked for by
    itself too: while a table is read, rows are left out by one column at a time. are_texts: the last one is of texts, and the keys were not
    made by create_keys.
-#}
{% macro is_of_keys(columns, keys, are_texts=false) -%}
    {%- set names = columns.split(', ') -%}
    ({{ columns }}) in (select * from {{ keys }})
    {%- if names | length > 1 %}
    {%- set last_of_keys -%}
        select last_of_key from {{ keys }} as keys ({% for name in names[1:] %}key_{{ loop.index }}, {% endfor %}last_of_key)
    {%- endset %}
    and {{ names[-1] }} in ({{ firstparty.lookup_texts(last_of_keys) if are_texts else last_of_keys }})
    {%- endif -%}
{%- endmacro %}


{#-
    The rows of a table that are of an affected key by any of some columns, or all where everything is worked out. By one column, rows
    that an input just told of are looked up, which came last: see found_rows. Texts gain by that; of numbers where_affected is as quick.
-#}
{% macro affected_rows(relation, columns) -%}
    {%- if not firstparty.is_of_changes() -%}
        select * from {{ relation }}
    {%- elif columns | length == 1 -%}
        {{ firstparty.found_rows(relation, firstparty.is_of_keys(columns[0], firstparty.affected_keys())) }}
    {%- else -%}
        {{ firstparty.rows_of_keys(relation, columns, firstparty.affected_keys()) }}
    {%- endif -%}
{%- endmacro %}


{#-
    The rows of a relation that are of one of the keys in a table by any of some columns, each row once. One column is asked after the other:
    a row is looked up for each of them, where for all at once every row would be judged.
-#}
{% macro rows_of_keys(relation, columns, keys, selected='*') -%}
    {%- for column in columns -%}
        {{ "union all" if not loop.first }}
        select {{ selected }} from {{ relation }}
        where
            {{ firstparty.is_of_keys(column, keys) }}
            {%- for earlier in columns[:loop.index0] %}
            and ({{ earlier }}) not in (select * from {{ keys }})
            {%- endfor %}
    {% endfor -%}
{%- endmacro %}


{#- The rows of a maintained model that changed since this one was built, as they were and as they are. -#}
{% macro changes_of(model_name) -%}
    {%- set relation = ref(model_name) -%}
    {%- if model_name in model.get('unchanged_inputs', []) -%}
        {{ return('(select * from ' ~ relation ~ ' where false)') }}
    {%- endif -%}
    {{ return(relation.incorporate(path={'schema': firstparty.maintenance_schema()})) }}
{%- endmacro %}


{#- The scratch table with the keys that the model being built works out again. -#}
{% macro affected_keys() -%}
    {{ return(firstparty.scratch_table(this.identifier ~ '__affected')) }}
{%- endmacro %}


{#- Works out the rows of affected keys again and changes those that differ. Gives how many rows went or came. -#}
{% macro replace_affected_rows(existing, changed_sql) -%}
    {%- set key = config.require('key') -%}
    {%- set columns = key if config.get('key_of') == 'any' else [key | join(', ')] -%}
    {%- set rows = firstparty.rows_anew(changed_sql, columns) -%}
    {{ return(firstparty.replace_rows(
        existing, rows, firstparty.changes_of_this(), columns, firstparty.told_columns(), config.get('is_compared', true)
    )) }}
{%- endmacro %}


{#- Works out everything, and changes the rows that differ. Gives how many rows went or came. -#}
{% macro replace_compared_table(existing) -%}
    {%- set rows = firstparty.rows_anew(sql) -%}
    {%- set told_columns = firstparty.told_columns() if config.get('is_compared', true) else none -%}
    {{ return(firstparty.replace_rows(existing, rows, firstparty.changes_of_this(), none, told_columns, true)) }}
{%- endmacro %}


{#- The columns that changes are told of, none for all: config `told`, and those of landed rows that do not follow from it. -#}
{% macro told_columns() -%}
    {{ return(config.get('told') + model.get('mapped_columns', []) if config.get('told') else none) }}
{%- endmacro %}


{#- A scratch table of the rows that a query gives; the loop of a fixpoint starts from rows of affected keys by some columns, or from all. -#}
{% macro rows_anew(query, columns=none) -%}
    {%- set rows = firstparty.scratch_table(this.identifier ~ '__rows') -%}
    {%- if config.get('materialized') == 'fixpoint' -%}
        {%- set settled = firstparty.settled_table(query, columns) -%}
        {%- do firstparty.create_scratch_table(rows, "select * from " ~ settled) -%}
        {%- do firstparty.drop_table(settled) -%}
    {%- else -%}
        {%- do firstparty.create_scratch_table(rows, query) -%}
    {%- endif -%}
    {{ return(rows) }}
{%- endmacro %}


{#- Makes the table anew; its changes are not told. -#}
{% macro replace_whole_table(existing, target_relation, tells_changes) -%}
    {%- if tells_changes -%}
        {%- do firstparty.drop_table(firstparty.changes_of_this()) -%}
    {%- endif -%}
    {% if config.get('materialized') == 'fixpoint' %}
        {%- do firstparty.put_in_place(firstparty.settled_table(sql), existing, target_relation) -%}
    {% else %}
        {%- do firstparty.replace_table(existing, target_relation, sql) -%}
    {% endif %}
{%- endmacro %}


{#- The table in which the model being built tells its changes. -#}
{% macro changes_of_this() -%}
    {{ return(this.incorporate(path={'schema': firstparty.maintenance_schema()}, type='table')) }}
{%- endmacro %}


{#- The schema of states and changes. -#}
{% macro maintenance_schema() -%}
    {{ return(firstparty.generate_schema_name('maintenance', none)) }}
{%- endmacro %}


{#- What a build needs before its first maintained table: the table of states, in which changes that were let go are not told any more. -#}
{% macro prepare_maintenance() -%}
    {%- if execute and firstparty.keeps_changes() -%}
        {%- set states = api.Relation.create(
            database=target.database, schema=firstparty.maintenance_schema(), identifier='table_states'
        ) -%}
        create schema if not exists {{ states.without_identifier() }};
        create table if not exists {{ states }} (
            table_name varchar, state_number bigint, is_told boolean, definition varchar, inputs varchar
        );
        update {{ states }} set is_told = false
        where is_told and table_name not in (
            select table_name from information_schema.tables where table_schema = '{{ firstparty.maintenance_schema() }}'
        );
    {%- endif -%}
{%- endmacro %}


{#- At the end of a build: changes are let go. They hold what was said of persons before. -#}
{% macro forget_changes() -%}
    {%- if execute and firstparty.keeps_changes() -%}
        {%- for row in run_query(
            "select table_name from information_schema.tables where table_schema = '"
            ~ firstparty.maintenance_schema() ~ "' and table_name <> 'table_states'"
        ).rows %}
            drop table {{ api.Relation.create(
                database=target.database, schema=firstparty.maintenance_schema(), identifier=row[0]
            ) }};
        {%- endfor -%}
    {%- endif -%}
{%- endmacro %}


{#- The table of states. -#}
{% macro table_states() -%}
    {{ return(this.incorporate(path={'schema': firstparty.maintenance_schema(), 'identifier': 'table_states'}, type='table')) }}
{%- endmacro %}


{#-
    All that is asked before a table is brought up to date, in one question: `read`, the nodes that the model reads; `states`, by name
    the latest state of the model's table and of those it reads (of a table that is not maintained only a text of what it holds, as its
    state_number; none for a table that was never built); and `functions`, a text of the Python functions that SQL calls.
-#}
{% macro known_states() -%}
    {%- set read = firstparty.read_tables(model.depends_on.nodes) | rejectattr('name', 'in', config.get('lasting', [])) | list -%}
    {%- set maintained = [this.identifier] -%}
    {%- for node in read if firstparty.is_maintained(node) -%}
        {%- do maintained.append(node.alias) -%}
    {%- endfor -%}
    {%- set questions = [
        "select '' as table_name, " ~ firstparty.functions_fingerprint()
            ~ " as state_number, false as is_told, '' as definition, '' as inputs",
        "select table_name, cast(state_number as string), is_told, definition, inputs from " ~ firstparty.table_states()
            ~ " where table_name in ('" ~ maintained | join("', '") ~ "')",
    ] -%}
    {%- for node in read if node.alias not in maintained -%}
        {%- set relation = api.Relation.create(database=node.database, schema=node.schema, identifier=node.alias) -%}
        {%- do questions.append(
            "select '" ~ node.alias ~ "', (" ~ firstparty.content_hash(relation, node.config.materialized) ~ "), false, '', ''"
        ) -%}
    {%- endfor -%}
    {%- set states = {} -%}
    {%- for row in firstparty.answers(questions | join("\nunion all\n")) -%}
        {%- do states.update({row[0]: {
            'state_number': row[1], 'is_told': row[2], 'definition': row[3], 'inputs': fromjson(row[4] or '{}'),
        }}) -%}
    {%- endfor -%}
    {{ return({'read': read, 'states': states, 'functions': states.pop('').state_number}) }}
{%- endmacro %}


{#- Writes the latest state of the model's table, and lets go of the scratch tables by which it was made. -#}
{% macro write_table_state(state) -%}
    {%- set statements = [firstparty.table_state_written(state)] -%}
    {%- for name in ['affected', 'rows'] -%}
        {%- do statements.append("drop table if exists " ~ firstparty.scratch_table(this.identifier ~ '__' ~ name)) -%}
    {%- endfor -%}
    {%- do firstparty.run_sql(statements | join("; ")) -%}
{%- endmacro %}


{#- The statements that write the latest state of the model's table. -#}
{% macro table_state_written(state) -%}
    delete from {{ firstparty.table_states() }} where table_name = '{{ this.identifier }}';
    insert into {{ firstparty.table_states() }} values (
        '{{ this.identifier }}', {{ state.state_number }}, {{ state.is_told }}, '{{ state.definition }}',
        {{ firstparty.text_literal(state.inputs) }}
    )
{%- endmacro %}


{#-
    For an incremental model, whose rows are never worked out again: whether all that changed in the tables that it reads since it was built
    is told as changes, so that it need ask for no other rows. It must remember what it was built from, in its hook (remember_inputs).
-#}
{% macro inputs_are_told() -%}
    {%- if not execute or model.resource_type == 'unit_test' or not firstparty.keeps_changes() or not firstparty.is_incremental() -%}
        {{ return(false) }}
    {%- endif -%}
    {%- set known = firstparty.known_states() -%}
    {%- set state = known.states.get(this.identifier) -%}
    {%- set inputs = firstparty.table_inputs(known.read, known.states, state) -%}
    {%- do model.update({'unchanged_inputs': inputs.unchanged}) -%}
    {{ return(state is not none and inputs.is_told) }}
{%- endmacro %}


{#- The hook by which an incremental model remembers from which states of its inputs it was built. -#}
{% macro remember_inputs() -%}
    {%- if execute and firstparty.keeps_changes() -%}
        {%- set known = firstparty.known_states() -%}
        {{ firstparty.table_state_written({
            'state_number': 0,
            'is_told': false,
            'definition': '',
            'inputs': tojson(firstparty.table_inputs(known.read, known.states, none).numbers),
        }) }}
    {%- endif -%}
{%- endmacro %}


{#-
    What the model being built reads, against what it was last made from: `numbers` (for a maintained table the number of its state,
    for any other its content's hash, and the day where its SQL asks for it), the names of those `unchanged`, whether all are (`is_same`), and whether all that is new in the
    others is told as changes (`is_told`).
-#}
{% macro table_inputs(read, states, state, query='') -%}
    {%- set found = namespace(is_same=true, is_told=true) -%}
    {%- set numbers = {} -%}
    {%- set unchanged = [] -%}
    {%- set before = state.inputs if state else {} -%}
    {%- for node in read -%}
        {#- One that was never built is read by nobody: it is asked for changes alone. -#}
        {%- set input = states.get(node.alias) -%}
        {%- set number = input.state_number if input else 'none' -%}
        {%- do numbers.update({node.name: number}) -%}
        {%- if before.get(node.name) == number -%}
            {%- do unchanged.append(node.name) -%}
        {%- else -%}
            {%- set found.is_same = false -%}
            {%- if not (input and input.is_told and before.get(node.name) == (input.state_number | int - 1) | string) -%}
                {%- set found.is_told = false -%}
            {%- endif -%}
        {%- endif -%}
    {%- endfor -%}
    {%- if firstparty.as_of() in query -%}
        {%- do numbers.update({'as_of': firstparty.as_of()}) -%}
        {%- if before.get('as_of', '') != firstparty.as_of() -%}
            {%- set found.is_same = false -%}
            {%- set found.is_told = found.is_told and before.get('as_of', '') < firstparty.as_of() -%}
        {%- endif -%}
    {%- endif -%}
    {{ return({
        'numbers': numbers,
        'unchanged': unchanged,
        'is_same': found.is_same and before | length == numbers | length,
        'is_told': found.is_told,
    }) }}
{%- endmacro %}


{#- The nodes that are read by way of these: a view, for what its SQL is, and what it reads itself. -#}
{% macro read_tables(unique_ids) -%}
    {%- set found = {} -%}
    {%- for unique_id in unique_ids if unique_id in graph.nodes -%}
        {%- set node = graph.nodes[unique_id] -%}
        {%- do found.update({node.name: node}) -%}
        {%- if node.config.materialized == 'view' -%}
            {%- for behind in firstparty.read_tables(node.depends_on.nodes) -%}
                {%- do found.update({behind.name: behind}) -%}
            {%- endfor -%}
        {%- endif -%}
    {%- endfor -%}
    {{ return(found.values() | sort(attribute='name')) }}
{%- endmacro %}


{#- Whether changes of a node's table are told: its model names a key. -#}
{% macro is_maintained(node) -%}
    {{ return(node.config.materialized in ['maintained', 'fixpoint', 'landed'] and node.config.get('key') is not none) }}
{%- endmacro %}
