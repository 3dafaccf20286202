{{ config(
    enabled=var('scored_matching'),
    materialized='maintained',
    key=['left_number', 'right_number'],
) }}
{% call firstparty.affected() -%}
    select left_number, right_number from {{ firstparty.changes_of('int_identity__pair_patterns') }}
    union all
    select left_number, right_number
    from {{ ref('int_identity__pair_patterns') }}
    where pattern in (
        select pattern
        from {{ firstparty.changes_of('int_identity__pattern_weights') }}
        group by pattern
        having
            count(*) = 1
            or min(weight) <> max(weight)
            or min(home_weight) <> max(home_weight)
    )
{%- endcall %}

-- Grain: one row per candidate pair: its weight in millionths of a nat, adjusted for how rare the
-- values are on which it agrees, and held between -8 and 12 nats.
with pair_patterns as (
    select * from {{ ref('int_identity__pair_patterns') }}
    {{ firstparty.where_affected('left_number, right_number') }}
),

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
