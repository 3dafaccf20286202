-- One row per raw row that was rejected, with its reason, so that nothing is lost: raw rows =
-- staged rows + rows here + exact duplicates, entity by entity. A row that is delivered whole
-- again leaves this table when the broken one is gone from the source. The content of an erased
-- person's row is not kept; a line that could not be read is kept as text.
with

rejected_rows as (
    select * from {{ ref('int_staging__rejected_rows') }}
),

sightings as (
    select * from {{ ref('int_governance__quarantine_sightings') }}
),

identified_rows as (
    select
        {{ firstparty.quarantined_row_id() }} as quarantined_row_id,
        source,
        entity,
        _source_file,
        _source_row,
        _reason_code as reason_code,
        case
            when _reason_code = 'erased_subject' then cast(null as string)
            when {{ firstparty.is_json('_raw_row') }} then _raw_row
            else {{ firstparty.json_object({'unreadable_line': '_raw_row'}) }}
        end as row_json
    from rejected_rows
),

quarantined_rows as (
    select
        identified_rows.quarantined_row_id,
        identified_rows.source,
        identified_rows.entity,
        identified_rows._source_file,
        identified_rows._source_row,
        identified_rows.reason_code,
        identified_rows.row_json,
        sightings.first_seen_at
    from identified_rows
    inner join sightings on identified_rows.quarantined_row_id = sightings.quarantined_row_id
)

select * from quarantined_rows
