{#-
    Offsets are honoured, none means UTC.
-#}
{%- set cases = [
    (none, none),
    ('', none),
    ('2024-05-01 10:00:00', '2024-05-01 10:00:00'),
    ('2024-05-01T10:00:00+02:00', '2024-05-01 08:00:00'),
    ('2024-05-01T10:00:00Z', '2024-05-01 10:00:00'),
    ('2024-02-30 10:00:00', none),
    ('x', none),
] -%}
with cases (given, expected) as (
    {{ firstparty.literal_rows(cases) }}
),

results as (
    select
        given,
        expected,
        cast({{ firstparty.try_timestamp('given') }} as string) as result
    from cases
),

assert_try_timestamp_cases as (
    select
        given,
        expected,
        result
    from results
    where
        result is distinct from expected
)

select * from assert_try_timestamp_cases
