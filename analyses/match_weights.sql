-- What was learned: for each compared field and level how often it is in each class of pairs, and
-- what it adds to the odds of one person (nats) against strangers, a household and namesakes. The
-- first row, without a field, has how many pairs each class is expected to have.
{% if var('scored_matching') -%}
    with parameters as (select * from {{ ref('int_identity__match_parameters') }}),

    levels as (select * from {{ ref('int_identity__level_frequencies') }}),

    match_weights as (
        select
            parameters.field,
            parameters.level,
            levels.label,
            parameters.m as match_share,
            parameters.h as household_share,
            parameters.n as namesake_share,
            parameters.u as stranger_share,
            cast(ln(parameters.m / parameters.u) as decimal(9, 2)) as over_strangers,
            cast(ln(parameters.m / parameters.h) as decimal(9, 2)) as over_household,
            cast(ln(parameters.m / parameters.n) as decimal(9, 2)) as over_namesakes
        from parameters
        left join levels
            on parameters.field = levels.field and parameters.level = levels.level
    )

    select * from match_weights
    order by field, level
{%- else -%}
    select 'Weights are learned only where var scored_matching is true.' as label
{%- endif %}
