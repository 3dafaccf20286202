-- One row per identifier that must not be used, whole or for marketing. Staging joins it to every
-- load, so it must never have two rows for one identifier: the join would multiply raw rows. The
-- strongest reason is the one named.
with

suppression_events as (
    select * from {{ ref('int_governance__suppression_events') }}
),

ranked_events as (
    select
        identifier_type,
        identifier_hash,
        reason,
        effective_at,
        request_id,
        row_number() over (
            partition by identifier_type, identifier_hash
            order by
                case reason when 'erasure' then 1 when 'objection' then 2 else 3 end,
                effective_at,
                request_id,
                suppression_event_id
        ) as strength
    from suppression_events
),

flags as (
    select
        identifier_type,
        identifier_hash,
        max(case when reason = 'erasure' then 1 else 0 end) = 1 as is_erased,
        max(case when reason = 'erasure' then 0 else 1 end) = 1 as is_objected
    from suppression_events
    group by identifier_type, identifier_hash
),

suppressed_identifiers as (
    select
        ranked_events.identifier_type,
        ranked_events.identifier_hash,
        ranked_events.reason,
        flags.is_erased,
        flags.is_objected,
        ranked_events.effective_at,
        ranked_events.request_id
    from ranked_events
    inner join flags
        on
            ranked_events.identifier_type = flags.identifier_type
            and ranked_events.identifier_hash = flags.identifier_hash
    where ranked_events.strength = 1
)

select * from suppressed_identifiers
