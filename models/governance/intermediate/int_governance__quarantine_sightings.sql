-- One row per rejected raw row ever seen, with the day of the build that saw it first;
-- append-only, so that a rejected row keeps its first day however often it is read again. Holds
-- nothing of the row itself.
{{ config(
    materialized='incremental',
    incremental_strategy=firstparty.log_strategy(),
    unique_key='quarantined_row_id',
    full_refresh=false,
    on_schema_change='fail',
) }}

with

rejected_rows as (
    select * from {{ ref('int_staging__rejected_rows') }}
),

identified_rows as (
    select distinct {{ firstparty.quarantined_row_id() }} as quarantined_row_id
    from rejected_rows
),

int_governance__quarantine_sightings as (
    select
        identified_rows.quarantined_row_id,
        {{ firstparty.as_of() }} as first_seen_at
    from identified_rows
    {% if is_incremental() -%}
        left join {{ this }} as known_rows
            on identified_rows.quarantined_row_id = known_rows.quarantined_row_id
        where known_rows.quarantined_row_id is null
    {%- endif %}
)

select * from int_governance__quarantine_sightings
