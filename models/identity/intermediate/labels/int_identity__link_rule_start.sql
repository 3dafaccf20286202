{{ config(enabled=var('scored_matching') and var('match_labels')) }}

-- Grain: one row: the rule on links before any answer (see macro link_features): what is usual, and
-- how many answers there are to learn from.
with labelled_pairs as (select * from {{ ref('int_identity__labelled_pairs') }}),

int_identity__link_rule_start as (
    select
        cast(0 as integer) as iteration,
        false as is_settled,
        count(*) as answer_count,
        {{ firstparty.named_columns(firstparty.usual_coefficients()) }}
    from labelled_pairs
)

select * from int_identity__link_rule_start
