{#-
    The usual words for streets are shortened, also when one comes twice; parts of other words and all else stay.
-#}
{%- set cases = [
    (none, none),
    ('12 main street', '12 main st'),
    ('street', 'st'),
    ('street street', 'st st'),
    ('lane court lane lane', 'ln ct ln ln'),
    ('streeter road 5 apartment 7', 'streeter rd 5 apt 7'),
    ('12 main st', '12 main st'),
] -%}
with cases (given, expected) as (
    {{ firstparty.literal_rows(cases) }}
),

results as (
    select
        given,
        expected,
        {{ firstparty.street_words('given') }} as result
    from cases
),

assert_street_words_cases as (
    select
        given,
        expected,
        result
    from results
    where
        result is distinct from expected
        or {{ firstparty.street_words('result') }} is distinct from result
)

select * from assert_street_words_cases
