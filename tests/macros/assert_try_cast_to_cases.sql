{#-
    Numbers that fit; everything else gives null.
-#}
{%- set cases = [
    (none, none),
    ('', none),
    ('12', '12'),
    ('-3', '-3'),
    ('12x', none),
    ('99999999999999999999', none),
] -%}
with cases (given, expected) as (
    {{ firstparty.literal_rows(cases) }}
),

results as (
    select
        given,
        expected,
        cast({{ firstparty.try_cast_to('given', 'bigint') }} as string) as result
    from cases
),

assert_try_cast_to_cases as (
    select
        given,
        expected,
        result
    from results
    where
        result is distinct from expected
)

select * from assert_try_cast_to_cases
