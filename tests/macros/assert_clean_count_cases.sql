{#-
    Whole numbers as exports write them; what has a fraction, or groups its thousands, is none.
-#}
{%- set cases = [
    (none, none),
    ('', none),
    (' ', none),
    ('0', '0'),
    ('-0', '0'),
    (' 12 ', '12'),
    ('+7', '7'),
    ('-50', '-50'),
    ('2.0', '2'),
    ('2.', '2'),
    ('2.5', none),
    ('1,000', none),
    ('1e3', none),
    ('007', '7'),
    ('999999999999999999', '999999999999999999'),
    ('9999999999999999999', none),
    ('two', none),
    ('1 2', none),
] -%}
with cases (given, expected) as (
    {{ firstparty.literal_rows(cases) }}
),

results as (
    select
        given,
        expected,
        cast({{ firstparty.clean_count('given') }} as string) as result
    from cases
),

assert_clean_count_cases as (
    select
        given,
        expected,
        result
    from results
    where result is distinct from expected
)

select * from assert_clean_count_cases
