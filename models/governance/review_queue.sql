{{ config(enabled=var('scored_matching'), schema='identity') }}

-- One row per pair of records that somebody should look at: are they one person? The answers
-- that would change most come first: of a doubtful pair the doubt, times what hangs on it: how
-- many records would move to another person, whether that person has spent more than others (of
-- the same currency), and how many consents would have to be decided anew. `make review` asks
-- the questions, and writes the answers (review_answers), which the next build obeys as
-- overrides. Stands with identity for those who read it, and here because it asks profiles and
-- consent.
with

doubtful_pairs as (
    select * from {{ ref('doubtful_pairs') }}
),

customer_profiles as (
    select * from {{ ref('customer_profiles') }}
),

consent_state as (
    select * from {{ ref('consent_state') }}
),

spenders as (
    select
        person_id,
        spend_currency,
        total_spend_amount,
        case
            when total_spend_amount > 0
                then cume_dist() over (partition by spend_currency order by total_spend_amount)
            else 0.0
        end as spend_rank
    from customer_profiles
),

disagreements as (
    select
        doubtful_pairs.left_record_id,
        doubtful_pairs.right_record_id,
        count(*) as consent_count
    from doubtful_pairs
    inner join consent_state as left_state
        on doubtful_pairs.left_person_id = left_state.person_id
    inner join consent_state as right_state
        on
            doubtful_pairs.right_person_id = right_state.person_id
            and left_state.purpose = right_state.purpose
            and left_state.channel = right_state.channel
    where
        (not doubtful_pairs.is_joined and left_state.status <> right_state.status)
        or (doubtful_pairs.is_joined and left_state.consent_event_id is not null)
    group by doubtful_pairs.left_record_id, doubtful_pairs.right_record_id
),

at_stake as (
    select
        doubtful_pairs.*,
        coalesce(right_spenders.spend_rank > left_spenders.spend_rank, false) as is_right_greater,
        left_spenders.spend_currency as left_currency,
        left_spenders.total_spend_amount as left_spend,
        right_spenders.spend_currency as right_currency,
        right_spenders.total_spend_amount as right_spend,
        greatest(
            coalesce(left_spenders.spend_rank, 0), coalesce(right_spenders.spend_rank, 0)
        ) as spend_rank,
        coalesce(disagreements.consent_count, 0) as consents_at_stake
    from doubtful_pairs
    left join spenders as left_spenders
        on doubtful_pairs.left_person_id = left_spenders.person_id
    left join spenders as right_spenders
        on doubtful_pairs.right_person_id = right_spenders.person_id
    left join disagreements
        on
            doubtful_pairs.left_record_id = disagreements.left_record_id
            and doubtful_pairs.right_record_id = disagreements.right_record_id
),

valued as (
    select
        *,
        case when is_right_greater then right_currency else left_currency end as spend_currency,
        coalesce(case when is_right_greater then right_spend else left_spend end, 0)
            as spend_at_stake,
        round(
            doubt * (
                1
                + ln(cast(moving_record_count as double))
                + 2 * spend_rank
                + ln(1.0 + consents_at_stake)
            ),
            6
        ) as worth
    from at_stake
),

ranked as (
    select
        *,
        cast(
            row_number() over (order by worth desc, left_record_id, right_record_id) as bigint
        ) as place
    from valued
),

review_queue as (
    select
        place,
        left_record_id,
        right_record_id,
        left_person_id,
        right_person_id,
        is_joined,
        log_odds,
        probability,
        record_count,
        moving_record_count,
        case when spend_at_stake > 0 then spend_currency end as spend_currency,
        cast(spend_at_stake as decimal(18, 2)) as spend_at_stake,
        consents_at_stake,
        case when is_joined then 'no parts ' else 'yes makes one person of two, ' end
        || cast(moving_record_count as string)
        || case when is_joined then ' of ' else ' and ' end
        || cast(
            record_count - case when is_joined then 0 else moving_record_count end as string
        )
        || case when is_joined then ' records of one person' else ' records' end as effect,
        worth
    from ranked
    where place <= {{ var('review_queue_size') }}
)

select * from review_queue
