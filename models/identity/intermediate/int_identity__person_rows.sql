-- Grain: one row per staged row (or folded set of event rows) that carries a record_id, of every
-- source, in one shape. A kind of rows whose sources are all off is left out.
with int_identity__person_rows as (
    select * from {{ ref('int_identity__person_rows_customers') }}
    {% for kind in firstparty.known_event_kinds() -%}
        union all
        select * from {{ ref('int_identity__person_rows_' ~ kind) }}
    {% endfor %}
)

select * from int_identity__person_rows
