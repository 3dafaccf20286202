{#-
    Milliseconds since 1970, before it too.
-#}
{%- set cases = [
    (none, none),
    ('0', '1970-01-01 00:00:00'),
    ('1700000000123', '2023-11-14 22:13:20.123'),
    ('-1000', '1969-12-31 23:59:59'),
] -%}
with cases (given, expected) as (
    {{ firstparty.literal_rows(cases) }}
),

results as (
    select
        given,
        expected,
        cast(
            {{ firstparty.timestamp_of_milliseconds('cast(given as bigint)') }} as string
        ) as result
    from cases
),

assert_timestamp_of_milliseconds_cases as (
    select
        given,
        expected,
        result
    from results
    where
        result is distinct from expected
)

select * from assert_timestamp_of_milliseconds_cases
