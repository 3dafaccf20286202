{#-
    A slip is no contradiction: two of year, month and day, day and month swapped, two characters. In either order.
-#}
{%- set cases = [
    (none, '1980-02-03', none),
    ('1980-02-03', '1980-02-03', 'false'),
    ('1980-02-03', '1985-02-03', 'false'),
    ('1980-02-03', '1980-11-03', 'false'),
    ('1980-02-03', '1980-03-02', 'false'),
    ('1980-02-13', '1981-02-14', 'false'),
    ('1980-02-03', '1989-11-03', 'true'),
    ('1980-02-03', '1951-07-19', 'true'),
    ('1980-02-03', '1980-12-15', 'true'),
] -%}
with cases (left_date, right_date, expected) as (
    {{ firstparty.literal_rows(cases) }}
),

results as (
    select
        left_date,
        right_date,
        expected,
        cast(
            {{ firstparty.birth_dates_contradict('left_date', 'right_date') }} as string
        ) as result,
        cast(
            {{ firstparty.birth_dates_contradict('right_date', 'left_date') }} as string
        ) as reversed
    from cases
),

assert_birth_dates_contradict_cases as (
    select
        left_date,
        right_date,
        expected,
        result,
        reversed
    from results
    where
        result is distinct from expected
        or reversed is distinct from expected
)

select * from assert_birth_dates_contradict_cases
