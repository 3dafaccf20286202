{#-
    A number is read as dialled in its country; only valid numbers come out. Without a country, and with var default_country null,
    only numbers that carry a country code can be read.
-#}
{%- set cases = [
    (none, 'GB', none),
    ('', 'GB', none),
    ('   ', 'US', none),
    ('020 7183 8750', 'GB', '+442071838750'),
    ('+44 (0)20 7183 8750', 'US', '+442071838750'),
    ('0044 20 7183 8750', 'GB', '+442071838750'),
    ('(650) 555-1212', 'US', '+16505551212'),
    ('650-555-1212', none, none),
    ('+1 650 555 1212', none, '+16505551212'),
    ('+1 650-555-1212 ext. 5', 'GB', '+16505551212'),
    ('tel:+1-650-555-1212', 'GB', '+16505551212'),
    ('0171 1234567', 'DE', '+491711234567'),
    ('06 12 34 56 78', 'FR', '+33612345678'),
    ('+１６５０５５５１２１２', none, '+16505551212'),
    ('0000000000', 'US', none),
    ('123', 'GB', none),
    ('N/A', 'US', none),
    ('1-800-FLOWERS', 'US', '+18003569377'),
    ('020 7183 8750', 'XX', none),
    ("'; drop table persons; --", 'GB', none),
] -%}
with cases (given, country, expected) as (
    {{ firstparty.literal_rows(cases) }}
),

results as (
    select
        given,
        country,
        expected,
        {{ firstparty.clean_phone('given', 'country') }} as result
    from cases
),

assert_clean_phone_cases as (
    select
        given,
        country,
        expected,
        result
    from results
    where
        result is distinct from expected
        or {{ firstparty.clean_phone('result', 'country') }} is distinct from result
)

select * from assert_clean_phone_cases
