{#-
    The last day stands in for one that the month lacks; null stays null.
-#}
{%- set cases = [
    (none, '1', none),
    ('2024-01-31', '1', '2024-02-29'),
    ('2010-06-30', '192', '2026-06-30'),
    ('2012-02-29', '12', '2013-02-28'),
    ('2026-03-31', '-1', '2026-02-28'),
] -%}
with cases (given, months, expected) as (
    {{ firstparty.literal_rows(cases) }}
),

results as (
    select
        given,
        months,
        cast(expected as date) as expected,
        {{ firstparty.plus_months('cast(given as date)', 'months') }} as result
    from cases
),

assert_plus_months_cases as (
    select
        given,
        months,
        expected,
        result
    from results
    where result is distinct from expected
)

select * from assert_plus_months_cases
