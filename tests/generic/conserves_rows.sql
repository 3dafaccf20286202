{#-
    Fails for every raw row that is not where its verdict says: a row of the base model without a reason must be staged
    exactly once, a row with one not at all, and nothing may be staged that did not land. The rows with a reason are the
    quarantine and the counted copies, so that rows landed = rows staged + rows quarantined + exact duplicates.
-#}
{% test conserves_rows(model, base_model) %}

    with

    base_rows as (
        select
            _source_file,
            _source_row,
            coalesce(_row_hash, '') as row_hash,
            sum(case when _reason_code is null then 1 else 0 end) as expected_count
        from {{ base_model }}
        group by _source_file, _source_row, coalesce(_row_hash, '')
    ),

    staged_rows as (
        select
            _source_file,
            _source_row,
            coalesce(_row_hash, '') as row_hash,
            count(*) as staged_count
        from {{ model }}
        group by _source_file, _source_row, coalesce(_row_hash, '')
    )

    select
        coalesce(base_rows._source_file, staged_rows._source_file) as _source_file,
        coalesce(base_rows._source_row, staged_rows._source_row) as _source_row,
        coalesce(base_rows.expected_count, 0) as expected_count,
        coalesce(staged_rows.staged_count, 0) as staged_count
    from base_rows
    full outer join staged_rows
        on
            base_rows._source_file = staged_rows._source_file
            and base_rows._source_row = staged_rows._source_row
            and base_rows.row_hash = staged_rows.row_hash
    where coalesce(base_rows.expected_count, 0) != coalesce(staged_rows.staged_count, 0)

{% endtest %}
