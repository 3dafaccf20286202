{#-
    What tills send when there is no card is no card number; a number that means one card stays as it is.
-#}
{%- set cases = [
    (none, none),
    ('', none),
    ('0000000000', none),
    ('1111111111', none),
    ('9', none),
    ('n/a', none),
    ('null', none),
    ('-1', none),
    ('----', none),
    ('no card', none),
    (' 8813543682 ', '8813543682'),
    ('0000000001', '0000000001'),
    ('1010', '1010'),
    ('A-77', 'A-77'),
] -%}
with cases (given, expected) as (
    {{ firstparty.literal_rows(cases) }}
),

results as (
    select
        given,
        expected,
        cast({{ firstparty.known_card_number('given') }} as string) as result
    from cases
),

assert_known_card_number_cases as (
    select
        given,
        expected,
        result
    from results
    where result is distinct from expected
)

select * from assert_known_card_number_cases
