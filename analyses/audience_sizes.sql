-- How large each audience is at each destination, and what keeps the others out: one row per
-- destination, audience and decision, with its share of the candidates. The rows of one audience
-- add up to everybody it selects.
with

candidates_decided as (
    select * from {{ ref('int_activation__candidates_decided') }}
),

audiences as (
    select * from {{ ref('audiences') }}
),

decisions as (
    select
        destination,
        audience,
        decision,
        count(*) as person_count
    from candidates_decided
    group by destination, audience, decision
),

audience_sizes as (
    select
        decisions.destination,
        decisions.audience,
        decisions.decision,
        decisions.person_count,
        round(
            100.0 * decisions.person_count
            / sum(decisions.person_count) over (
                partition by decisions.destination, decisions.audience
            ),
            1
        ) as share_percent,
        audiences.guard_status,
        audiences.guard_detail
    from decisions
    inner join audiences on decisions.audience = audiences.audience
)

select * from audience_sizes
order by destination, audience, person_count desc, decision
