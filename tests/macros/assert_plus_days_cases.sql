{#-
    Days later or earlier, the time of day kept.
-#}
{%- set cases = [
    (none, '1', none),
    ('2024-01-01', none, none),
    ('2024-02-28 12:00:00', '2', '2024-03-01 12:00:00'),
    ('2024-01-01 00:00:00', '-1', '2023-12-31 00:00:00'),
    ('2024-01-01 00:00:00', '0', '2024-01-01 00:00:00'),
] -%}
with cases (moment, days, expected) as (
    {{ firstparty.literal_rows(cases) }}
),

results as (
    select
        moment,
        days,
        expected,
        cast(
            {{ firstparty.plus_days(
                'cast(moment as timestamp)', 'cast(days as integer)'
            ) }} as string
        ) as result
    from cases
),

assert_plus_days_cases as (
    select
        moment,
        days,
        expected,
        result
    from results
    where
        result is distinct from expected
)

select * from assert_plus_days_cases
