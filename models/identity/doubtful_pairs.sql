{{ config(enabled=var('scored_matching')) }}

-- Grain: one row per two groups of records of which scores are not sure whether they are one
-- person, by the pair of records between them that speaks most for it: two persons, or where
-- is_joined, a part of a person that shared identifiers hold together, and the rest of it.
-- probability is what the rule on links says of both groups (macro link_features), which answers
-- teach. In doubt is what it is not 98 % sure of, and where the graph decided against it. Groups of
-- which somebody has decided on a pair, or was unsure of one, are not here.
with group_links as (select * from {{ ref('int_identity__group_links') }}),

record_keys as (select * from {{ ref('int_identity__record_keys') }}),

person_records as (select * from {{ ref('person_records') }}),

link_rule as (
    {% if var('match_labels') -%}
        select * from {{ ref('int_identity__link_rule') }}
    {%- else -%}
        select {{ firstparty.named_columns(firstparty.usual_coefficients()) }}
    {%- endif %}
),

unanswered as (
    select
        *,
        0 as answer_balance
    from group_links
    where not is_decided
),

weighed as (
    select
        unanswered.*,
        greatest(-40, least(40, {{ firstparty.link_log_odds('unanswered', 'link_rule') }}))
            as log_odds,
        {{ firstparty.left_of_pair('unanswered.greatest_pair') }} as one_number,
        {{ firstparty.right_of_pair('unanswered.greatest_pair') }} as other_number
    from unanswered
    cross join link_rule
),

doubted as (
    select
        *,
        1 / (1 + exp(-log_odds)) as probability,
        case
            when is_joined <> (log_odds > 0) then 0.25
            else 1 / (2 + exp(log_odds) + exp(-log_odds))
        end as doubt
    from weighed
),

named as (
    select
        least(one_keys.record_id, other_keys.record_id) as left_record_id,
        greatest(one_keys.record_id, other_keys.record_id) as right_record_id,
        doubted.is_joined,
        doubted.probability,
        doubted.doubt,
        doubted.log_odds,
        doubted.left_size + doubted.right_size as record_count,
        least(doubted.left_size, doubted.right_size) as moving_record_count,
        -- One pair may stand for two groups: a part and the rest are each other's rest.
        row_number() over (
            partition by doubted.greatest_pair
            order by least(doubted.left_size, doubted.right_size) desc, doubted.log_odds
        ) as place
    from doubted
    inner join record_keys as one_keys on doubted.one_number = one_keys.record_number
    inner join record_keys as other_keys on doubted.other_number = other_keys.record_number
    where doubted.doubt >= 0.98 * 0.02
),

doubtful_pairs as (
    select
        named.left_record_id,
        named.right_record_id,
        left_records.person_id as left_person_id,
        right_records.person_id as right_person_id,
        named.is_joined,
        -- Halves of millionths are common: at six places engines round them either way.
        round(named.log_odds, 12) as log_odds,
        round(named.probability, 6) as probability,
        round(named.doubt, 6) as doubt,
        named.record_count,
        named.moving_record_count
    from named
    inner join person_records as left_records on named.left_record_id = left_records.record_id
    inner join person_records as right_records on named.right_record_id = right_records.record_id
    where named.place = 1
)

select * from doubtful_pairs
