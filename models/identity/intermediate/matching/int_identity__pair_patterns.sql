{{ config(enabled=var('scored_matching')) }}

-- Grain: one row per candidate pair: its pattern (a number for the tuple of its levels), and how
-- rare the values are on which it agrees, in thousandths of a nat: those of a person's own, and
-- those that a household shares.
with candidate_pairs as (select * from {{ ref('int_identity__candidate_pairs') }}),

left_records as (select * from {{ ref('int_identity__match_records') }}),

right_records as (select * from {{ ref('int_identity__match_records') }}),

{{ firstparty.compared_pairs('candidate_pairs', 'left_records', 'right_records') }},

int_identity__pair_patterns as (
    select
        left_number,
        right_number,
        pattern,
        adjustment,
        home_adjustment
    from compared_pairs
)

select * from int_identity__pair_patterns
