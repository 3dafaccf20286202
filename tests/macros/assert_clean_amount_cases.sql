{#-
    Decimal commas and points, groups of thousands, signs and currencies; everything else gives null.
-#}
{%- set cases = [
    (none, none),
    ('', none),
    ('0', '0.00'),
    ('12', '12.00'),
    ('12.5', '12.50'),
    ('12,5', '12.50'),
    ('-5', '-5.00'),
    ('+5', '5.00'),
    ('1,234', '1234.00'),
    ('1.234', '1.23'),
    ('1,234.50', '1234.50'),
    ('1.234,56', '1234.56'),
    ('1,234,567', '1234567.00'),
    ('1.234.567', '1234567.00'),
    ('1.234.567,89', '1234567.89'),
    ("1'234.50", '1234.50'),
    ('1\u00a0234,50', '1234.50'),
    ('€ 12,50', '12.50'),
    ('12.50 EUR', '12.50'),
    ('usd 12.50', '12.50'),
    ('$1,234.50', '1234.50'),
    ('0.005', '0.01'),
    ('-0.005', '-0.01'),
    ('12.345', '12.35'),
    ('9999999999999999.99', '9999999999999999.99'),
    ('99999999999999999', none),
    ('1e5', none),
    ('NaN', none),
    ('1,2,3', none),
    ('12..5', none),
    ('abc', none),
    ('null', none),
] -%}
with cases (given, expected) as (
    {{ firstparty.literal_rows(cases) }}
),

results as (
    select
        given,
        expected,
        cast({{ firstparty.clean_amount('given') }} as string) as result
    from cases
),

assert_clean_amount_cases as (
    select
        given,
        expected,
        result
    from results
    where
        result is distinct from expected
        or {{ firstparty.clean_amount('result') }} is distinct from result
)

select * from assert_clean_amount_cases
