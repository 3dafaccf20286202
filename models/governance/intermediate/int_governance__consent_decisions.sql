-- One row per person, purpose and channel of the vocabulary: what holds, by which numbered rule,
-- on which event. 1 a standing refusal on any identifier beats grants on the others; 2 a grant for
-- an address is a grant for the channel through that address; 3 an expired grant counts as denied;
-- 4 without a choice the region's default holds, the strictest where the region is unknown; 5 GPC
-- on any device denies sale and sharing; 6 a minor needs a parent's grant. A merge adds
-- identifiers and thereby refusals; it can never remove one (7). Ephemeral for the same reason as
-- choices.
{{ config(materialized='ephemeral', access='protected') }}

with

person_choices as (
    select * from {{ ref('int_governance__consent_person_choices') }}
),

person_regimes as (
    select * from {{ ref('int_governance__person_regimes') }}
),

purposes as (
    select * from {{ ref('purposes') }}
),

ranked_choices as (
    select
        *,
        row_number() over (
            partition by person_id, purpose, channel
            order by
                strength, occurred_at desc, received_at desc, consent_event_id desc,
                identifier_type, identifier_hash
        ) as precedence
    from person_choices
    where vendor = ''
),

judged as (
    select
        person_regimes.person_id,
        purposes.purpose,
        purposes.channel,
        person_regimes.region_rule,
        person_regimes.regime,
        person_regimes.requires_google_signals,
        purposes.address_type,
        purposes.legal_basis as purpose_legal_basis,
        ranked_choices.identifier_type,
        ranked_choices.consent_event_id,
        ranked_choices.expires_at,
        ranked_choices.legal_basis,
        ranked_choices.occurred_at,
        ranked_choices.is_signal,
        case
            when not purposes.needs_consent then 'service'
            when ranked_choices.strength = 1 then 'refused'
            when ranked_choices.strength = 2 then 'granted'
            when ranked_choices.strength = 3 then 'expired'
            when person_regimes.is_minor then 'minor'
            when purposes.is_opt_in_everywhere or person_regimes.default_mode != 'opt_out'
                then 'default denied'
            else 'default granted'
        end as verdict
    from person_regimes
    cross join purposes
    left join ranked_choices
        on
            person_regimes.person_id = ranked_choices.person_id
            and purposes.purpose = ranked_choices.purpose
            and purposes.channel = ranked_choices.channel
            and ranked_choices.precedence = 1
),

int_governance__consent_decisions as (
    select
        person_id,
        purpose,
        channel,
        case
            when verdict in ('service', 'granted', 'default granted') then 'granted'
            else 'denied'
        end as status,
        case
            when verdict in ('refused', 'granted', 'expired') then consent_event_id
        end as consent_event_id,
        cast(case
            when verdict = 'refused' and is_signal then 5
            when verdict = 'refused' then 1
            when verdict = 'granted' and identifier_type = address_type then 2
            when verdict = 'granted' then 1
            when verdict = 'expired' then 3
            when verdict = 'minor' then 6
            else 4
        end as bigint) as rule_number,
        case when verdict in ('granted', 'expired') then expires_at end as expires_at,
        case
            when verdict = 'service' then purpose_legal_basis
            when verdict = 'granted' then coalesce(nullif(legal_basis, 'none'), purpose_legal_basis)
            when verdict = 'default granted' then 'us_opt_out'
            else 'none'
        end as legal_basis,
        region_rule,
        regime,
        requires_google_signals,
        case when verdict in ('refused', 'granted', 'expired') then occurred_at end as decided_at
    from judged
)

select * from int_governance__consent_decisions
