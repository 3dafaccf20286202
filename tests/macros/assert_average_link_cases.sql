{#-
    Ten-millionths of a nat, on average over all cross pairs; one that was never scored is half a nat against.
-#}
{%- set cases = [
    ('2000000', '1', '1', '1', '20000000'),
    ('-8000000', '1', '1', '1', '-80000000'),
    ('0', '1', '1', '1', '0'),
    ('6000000', '3', '3', '1', '20000000'),
    ('5000000', '1', '2', '1', '22500000'),
    ('500000', '1', '2', '1', '0'),
    ('500001', '1', '2', '1', '5'),
    ('0', '0', '2', '3', '-5000000'),
    ('12000000', '1', '3', '4', '5416667'),
] -%}
with cases (weight_text, scored_text, left_text, right_text, expected) as (
    {{ firstparty.literal_rows(cases) }}
),

links as (
    select
        cast(weight_text as bigint) as weight,
        cast(scored_text as bigint) as scored_count,
        cast(left_text as bigint) as left_size,
        cast(right_text as bigint) as right_size,
        expected
    from cases
),

results as (
    select
        weight,
        expected,
        cast(cast(round({{ firstparty.average_link() }}) as bigint) as string) as result
    from links
),

assert_average_link_cases as (
    select
        weight,
        expected,
        result
    from results
    where result is distinct from expected
)

select * from assert_average_link_cases
