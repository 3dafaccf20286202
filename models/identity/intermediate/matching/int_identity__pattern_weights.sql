{{ config(
    enabled=var('scored_matching'),
    materialized='maintained',
    key=['pattern'],
) }}

-- Grain: one row per pattern: the probability of each class, and the weight in millionths of a
-- nat: how much speaks for one person (see macro class_posterior).
with patterns as (select * from {{ ref('int_identity__patterns') }}),

parameters as (select * from {{ ref('int_identity__match_parameters') }}),

{{ firstparty.class_posterior('patterns', 'parameters') }},

int_identity__pattern_weights as (
    select
        pattern,
        weight,
        home_weight,
        share_m as match_probability,
        share_h + share_j + share_t + share_a as household_probability,
        share_n as namesake_probability,
        share_u as unrelated_probability
    from posterior
)

select * from int_identity__pattern_weights
