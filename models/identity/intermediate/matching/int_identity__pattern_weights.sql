{{ config(enabled=var('scored_matching')) }}

-- Grain: one row per pattern: the probability of each class, and the weight in millionths of a
-- nat: the logarithm of the odds that a pair with this pattern is one person. Whole numbers add up
-- to the same in any order.
with patterns as (select * from {{ ref('int_identity__patterns') }}),

parameters as (select * from {{ ref('int_identity__match_parameters') }}),

{{ firstparty.class_posterior('patterns', 'parameters') }},

int_identity__pattern_weights as (
    select
        pattern,
        pair_count,
        cast(round(1e6 * (
            ln_m - ln_most - ln(likelihood_u + likelihood_h + likelihood_n)
        )) as bigint) as weight,
        share_m as match_probability,
        share_h as household_probability,
        share_n as namesake_probability,
        share_u as unrelated_probability
    from posterior
)

select * from int_identity__pattern_weights
