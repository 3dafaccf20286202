-- Nothing lost: for each raw entity, rows in = rows staged + rows quarantined + exact duplicates.
-- Returns the entities where that does not add up, with the difference.
with

row_counts as (
    select * from {{ ref('int_staging__row_counts') }}
),

quarantined_rows as (
    select * from {{ ref('quarantined_rows') }}
),

quarantined as (
    select
        entity,
        count(*) as quarantined_row_count
    from quarantined_rows
    group by entity
),

assert_quarantined_rows_conserve_every_raw_row as (
    select
        row_counts.entity,
        row_counts.raw_row_count,
        row_counts.staged_row_count,
        coalesce(quarantined.quarantined_row_count, 0) as quarantined_row_count,
        row_counts.exact_duplicate_count
    from row_counts
    left join quarantined on row_counts.entity = quarantined.entity
    where
        row_counts.raw_row_count
        != row_counts.staged_row_count
        + coalesce(quarantined.quarantined_row_count, 0)
        + row_counts.exact_duplicate_count
)

select * from assert_quarantined_rows_conserve_every_raw_row
