{#-
    The first format that reads all of the text.
-#}
{%- set cases = [
    (none, none),
    ('', none),
    ('03.05.1980', '1980-05-03 00:00:00'),
    ('1980-05-03 07:08:09', '1980-05-03 07:08:09'),
    ('05/03/1980', none),
    ('03.05.1980 x', none),
] -%}
with cases (given, expected) as (
    {{ firstparty.literal_rows(cases) }}
),

results as (
    select
        given,
        expected,
        cast(
            {{ firstparty.try_timestamp_format(
                'given', ['%d.%m.%Y', '%Y-%m-%d %H:%M:%S']
            ) }} as string
        ) as result
    from cases
),

assert_try_timestamp_format_cases as (
    select
        given,
        expected,
        result
    from results
    where
        result is distinct from expected
)

select * from assert_try_timestamp_format_cases
