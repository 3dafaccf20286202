{#-
    Floating numbers: whole ones without a fraction, the others with the shortest digits; a nan has no sign.
-#}
{%- set cases = [
    (none, none),
    ('7', '7'),
    ('-7.5', '-7.5'),
    ('10', '10'),
    ('0.1', '0.1'),
    ('1e7', '10000000'),
    ('1e-5', '1e-05'),
    ('1e22', '1e+22'),
    ('nan', 'nan'),
    ('-nan', 'nan'),
    ('-inf', '-inf'),
] -%}
with cases (given, expected) as (
    {{ firstparty.literal_rows(cases) }}
),

results as (
    select
        given,
        expected,
        {{ firstparty.delivered_text('cast(given as double)', 'double') }} as result
    from cases
),

assert_delivered_text_cases as (
    select
        given,
        expected,
        result
    from results
    where
        result is distinct from expected
)

select * from assert_delivered_text_cases
