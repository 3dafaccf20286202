{#-
    Calendar days, whatever the time of day; negative backwards.
-#}
{%- set cases = [
    (none, '2024-01-01', none),
    ('2024-01-01', none, none),
    ('2024-02-28', '2024-03-01', '2'),
    ('2024-03-01', '2024-02-28', '-2'),
    ('2024-01-01 23:59:59', '2024-01-02 00:00:00', '1'),
    ('2024-01-01', '2024-01-01', '0'),
] -%}
with cases (start_at, end_at, expected) as (
    {{ firstparty.literal_rows(cases) }}
),

results as (
    select
        start_at,
        end_at,
        expected,
        cast(
            {{ firstparty.days_between(
                'cast(start_at as timestamp)', 'cast(end_at as timestamp)'
            ) }} as string
        ) as result
    from cases
),

assert_days_between_cases as (
    select
        start_at,
        end_at,
        expected,
        result
    from results
    where
        result is distinct from expected
)

select * from assert_days_between_cases
