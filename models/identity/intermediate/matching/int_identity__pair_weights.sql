{{ config(enabled=var('scored_matching')) }}

-- Grain: one row per candidate pair: its weight in millionths of a nat, adjusted for how rare the
-- values are on which it agrees, and held between -8 and 12 nats.
with pair_patterns as (select * from {{ ref('int_identity__pair_patterns') }}),

pattern_weights as (select * from {{ ref('int_identity__pattern_weights') }}),

int_identity__pair_weights as (
    select
        pair_patterns.left_number,
        pair_patterns.right_number,
        pair_patterns.pattern,
        {{ firstparty.pair_weight('pattern_weights', 'pair_patterns') }} as weight
    from pair_patterns
    inner join pattern_weights on pair_patterns.pattern = pattern_weights.pattern
)

select * from int_identity__pair_weights
