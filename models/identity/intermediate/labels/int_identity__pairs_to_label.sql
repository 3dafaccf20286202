{{ config(enabled=var('scored_matching') and var('pairs_to_label') > 0) }}

-- Grain: one row per pair of records that is worth a question, the most worthwhile first: var
-- pairs_to_label of them. Asked is about decisions, not pairs: one answer tells of all pairs
-- between two clusters. A decision is worth its doubt, p (1 - p), times the root of the pairs that
-- hang on it; the pair shown is the one that speaks most for one person. Decisions that have an
-- answer are not asked about again.
with decisions as (select * from {{ ref('int_identity__link_decisions') }}),

{% if var('match_labels') -%}
    link_rule as (select * from {{ ref('int_identity__link_rule') }}),

    labels as (select * from {{ ref('int_identity__match_labels') }}),

{% else -%}
    link_rule as (
        select {{ firstparty.named_columns(firstparty.usual_coefficients()) }}
    ),

{% endif -%}

records as (select * from {{ ref('int_identity__record_keys') }}),

weighed as (
    select
        decisions.*,
        {{ firstparty.link_log_odds('decisions', 'link_rule') }} as log_odds,
        {{ firstparty.left_of_pair('decisions.greatest_pair') }} as left_number,
        {{ firstparty.right_of_pair('decisions.greatest_pair') }} as right_number
    from decisions
    cross join link_rule
    where decisions.answer_balance = 0
),

{% if var('match_labels') -%}
    answered as (
        select distinct
            least(left_number, right_number) as left_number,
            greatest(left_number, right_number) as right_number
        from labels
        where left_number is not null and right_number is not null
    ),

{% endif -%}

unanswered as (
    select weighed.*
    from weighed
    {% if var('match_labels') -%}
        left join answered
            on
                weighed.left_number = answered.left_number
                and weighed.right_number = answered.right_number
        where answered.left_number is null
    {%- endif %}
),

valued as (
    select
        *,
        1 / (1 + exp(-log_odds)) as probability,
        left_size * right_size as pair_count,
        1 / (2 + exp(log_odds) + exp(-log_odds)) * sqrt(left_size * right_size) as worth
    from unanswered
),

ranked as (
    select
        *,
        row_number() over (
            order by round(worth, 9) desc, left_number, right_number, left_cluster
        ) as place
    from valued
),

int_identity__pairs_to_label as (
    select
        ranked.place,
        least(left_records.record_id, right_records.record_id) as left_record_id,
        greatest(left_records.record_id, right_records.record_id) as right_record_id,
        ranked.probability,
        ranked.pair_count,
        ranked.is_merged as is_joined,
        ranked.worth
    from ranked
    inner join records as left_records on ranked.left_number = left_records.record_number
    inner join records as right_records on ranked.right_number = right_records.record_number
    where ranked.place <= {{ var('pairs_to_label') }}
)

select * from int_identity__pairs_to_label
