{{ config(enabled=var('scored_matching')) }}

-- Grain: one row per pattern that candidate pairs have: how many pairs, and the level of each
-- field (null: silent). Parameters are learned from these counts, never from pairs.
with pair_patterns as (select * from {{ ref('int_identity__pair_patterns') }}),

counted as (
    select
        pattern,
        count(*) as pair_count
    from pair_patterns
    group by pattern
),

int_identity__patterns as (
    select
        pattern,
        pair_count,
        {{ firstparty.pattern_levels('pattern') }}
    from counted
)

select * from int_identity__patterns
