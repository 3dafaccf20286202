{#-
    Times with and without offset, fraction and time of day, and seconds or milliseconds since 1970, give UTC; words and half dates give null.
-#}
{%- set cases = [
    (none, none),
    ('', none),
    ('2024-05-01T10:00:00Z', '2024-05-01 10:00:00'),
    ('2024-05-01T10:00:00+02:00', '2024-05-01 08:00:00'),
    ('2024-05-01T10:00:00+0200', '2024-05-01 08:00:00'),
    ('2024-05-01 10:00:00 +02:00', '2024-05-01 08:00:00'),
    ('2024-05-01T10:00:00-05', '2024-05-01 15:00:00'),
    ('2024-05-01T23:30:00-05:30', '2024-05-02 05:00:00'),
    ('2024-05-01 10:00:00', '2024-05-01 10:00:00'),
    (' 2024-05-01 10:00:00\n', '2024-05-01 10:00:00'),
    ('2024-05-01 10:00', '2024-05-01 10:00:00'),
    ('2024-05-01', '2024-05-01 00:00:00'),
    ('2024-05-01 10:00:00 UTC', '2024-05-01 10:00:00'),
    ('2024-05-01T10:00:00.250Z', '2024-05-01 10:00:00.25'),
    ('2024-05-01T10:00:00.123456789Z', '2024-05-01 10:00:00.123456'),
    ('2024-03-31T02:30:00', '2024-03-31 02:30:00'),
    ('1700000000', '2023-11-14 22:13:20'),
    ('1700000000.5', '2023-11-14 22:13:20'),
    ('1700000000123', '2023-11-14 22:13:20.123'),
    ('1700000000123456', '2023-11-14 22:13:20.123'),
    ('2024-02-30T10:00:00Z', none),
    ('2024-05-01T25:00:00Z', none),
    ('2024-13-01', none),
    ('2024-05', none),
    ('2024', none),
    ('infinity', none),
    ('epoch', none),
    ('now', none),
    ('01.05.2024 10:00', none),
    ('2024-05-01T10:00:00 Mars/Olympus', none),
    ('-1', none),
    ('0', none),
    ('null', none),
] -%}
with cases (given, expected) as (
    {{ firstparty.literal_rows(cases) }}
),

results as (
    select
        given,
        expected,
        cast({{ firstparty.clean_timestamp('given') }} as string) as result
    from cases
),

assert_clean_timestamp_cases as (
    select
        given,
        expected,
        result
    from results
    where
        result is distinct from expected
        or {{ firstparty.clean_timestamp('result') }} is distinct from result
)

select * from assert_clean_timestamp_cases
