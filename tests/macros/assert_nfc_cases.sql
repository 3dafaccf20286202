{#-
    One letter, one spelling.
-#}
{%- set cases = [
    (none, none),
    ('', ''),
    ('Jose\u0301', 'José'),
    ('José', 'José'),
    ('Å', 'Å'),
] -%}
with cases (given, expected) as (
    {{ firstparty.literal_rows(cases) }}
),

results as (
    select
        given,
        expected,
        {{ firstparty.nfc('given') }} as result
    from cases
),

assert_nfc_cases as (
    select
        given,
        expected,
        result
    from results
    where
        result is distinct from expected
)

select * from assert_nfc_cases
