-- One row per event of any source that somebody did or that was done to somebody: the timeline.
-- Every event row of staging is here once or, where it marks two moments (a ticket), twice;
-- nobody's events are here too, with person_id null. Consent events are not: the ledger is kept per
-- identifier, without a person, on purpose. Events later than as_of are kept and filtered where
-- counted. Written month by month: a build replaces the months in which anything differs from what
-- is stored (an event came late, was changed or is gone, a person was merged) and no others.
{{ config(
    materialized='incremental',
    incremental_strategy=firstparty.overwrite_strategy(),
    unique_key='event_month',
    partition_by=['event_month'],
    on_schema_change='fail',
    pre_hook="{{ firstparty.remove_partitions('event_month', ref('int_profile__events_assigned')) }}",
) }}

{% set columns = [
    'event_id', 'person_id', 'record_id', 'event_kind', 'occurred_at', 'channel', 'amount',
    'currency', 'source', 'entity', 'source_row_key', 'properties',
] -%}
with

assigned_events as (
    select * from {{ ref('int_profile__events_assigned') }}
){% if is_incremental() -%},

    stored_events as (
        select * from {{ this }}
    ),

    months as (
        {% for events in ['assigned_events', 'stored_events'] -%}
            select
                event_month,
                count(*) as event_count,
                sum(cast({{ firstparty.hash_code(columns) }} as decimal(20, 0))) as fingerprint
            from {{ events }}
            group by event_month
            {% if not loop.last %}union all{% endif %}
        {% endfor %}
    ),

    changed_months as (
        select event_month
        from months
        group by event_month
        having count(*) = 1 or min(event_count) <> max(event_count) or min(fingerprint) <> max(fingerprint)
    )
{%- endif %}

-- To Spark the comment says: rows of one month together, in files of a good size.
select /*+ rebalance(event_month) */
    {% for column in columns -%}
        {{ column }},
    {% endfor -%}
    event_month
from assigned_events
{% if is_incremental() -%}
    where event_month in (select changed_months.event_month from changed_months)
{%- endif %}
