-- What was decided about one person's data on a past day, and on which consent event: the decision
-- behind an upload. Run with the day and the person, then run the compiled text on the warehouse:
--   dbt compile -s consent_as_of
--       --vars '{as_of: 2026-04-01, consent_known_at: 2026-04-01, person_id: "…"}'
-- `consent_known_at` is the day up to which events count as known; leave it at the day of the
-- question for what an upload of that day rested on, set it to today for what we now know was
-- true. Who the person is, and where, is taken as of now.
with

decisions as (
    select * from {{ ref('int_governance__consent_decisions') }}
),

consent_as_of as (
    select
        person_id,
        purpose,
        channel,
        status,
        rule_number,
        consent_event_id,
        legal_basis,
        region_rule,
        expires_at,
        decided_at
    from decisions
    where person_id = '{{ var("person_id", "") }}'
)

select * from consent_as_of
order by purpose, channel
