{{ config(
    materialized='maintained',
    key=['record_id'],
    counted_in='int_identity__person_rows',
) }}
{% call firstparty.affected() %}{{ firstparty.changed_record_ids() }}{% endcall %}

-- Grain: one row per person row of a record that has several. row_rank numbers the rows of a record
-- from the oldest to the latest; it is a total order, because the row hash is part of it, and does
-- not depend on file names or row numbers: the same rows in another order rank alike. Most records
-- have one row, need no rank and are not here.
with person_rows as (
    {{ firstparty.affected_person_rows() }}
),

-- Of few records one copy serves both places.
counted_rows as (
    select *
    from {{ 'person_rows' if firstparty.is_of_changes() else ref('int_identity__person_rows') }}
),

repeated as (
    select record_id
    from counted_rows
    group by record_id
    having count(*) > 1
),

int_identity__repeated_person_rows as (
    select
        person_rows.*,
        row_number() over (
            partition by person_rows.record_id
            order by
                coalesce(person_rows.last_seen_at, cast('1900-01-01 00:00:00' as timestamp)),
                person_rows._row_hash,
                coalesce(person_rows.email, ''),
                coalesce(person_rows.full_name, ''),
                person_rows._source_file,
                person_rows._source_row
        ) as row_rank
    from person_rows
    inner join repeated on person_rows.record_id = repeated.record_id
)

select * from int_identity__repeated_person_rows
