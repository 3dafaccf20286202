-- Grain: one row per staged row (or folded set of event rows) that carries a record_id, of every
-- source, in one shape. row_rank numbers the rows of a record from the oldest to the latest; it is
-- a total order, because the row hash is part of it, and does not depend on file names or row
-- numbers: the same rows in another order rank alike. Most records have one row, and need no rank.
-- A kind of rows whose sources are all off is left out.
with united as (
    select * from {{ ref('int_identity__person_rows_customers') }}
    {% for kind, sources in [
        ('purchases', ['shop', 'pos', 'loyalty', 'subscriptions']),
        ('messages', ['email', 'support', 'survey', 'social']),
        ('devices', ['web', 'app', 'ads']),
    ] if sources | select('in', var('sources')) | list -%}
        union all
        select * from {{ ref('int_identity__person_rows_' ~ kind) }}
    {% endfor %}
),

repeated as (
    select record_id
    from united
    group by record_id
    having count(*) > 1
),

told as (
    select
        united.*,
        repeated.record_id is null as is_only_row
    from united
    left join repeated on united.record_id = repeated.record_id
),

int_identity__person_rows as (
    select
        *,
        cast(1 as bigint) as row_rank
    from told
    where is_only_row
    union all
    select
        *,
        row_number() over (
            partition by record_id
            order by
                coalesce(last_seen_at, cast('1900-01-01 00:00:00' as timestamp)),
                _row_hash,
                coalesce(email, ''),
                coalesce(full_name, ''),
                _source_file,
                _source_row
        ) as row_rank
    from told
    where not is_only_row
)

select * from int_identity__person_rows
