{#-
    Letters a to z are left of a name of any script; nothing left gives null.
-#}
{%- set cases = [
    (none, none),
    ('', none),
    ('Jane', 'jane'),
    ('Łódź-Müller', 'lodzmuller'),
    ("O'Brien", 'obrien'),
    ('Jose\u0301', 'jose'),
    ('JOSÉ', 'jose'),
    ('Straße', 'strasse'),
    ('Ægir Øst', 'aegirost'),
    ('Юлия', 'yuliya'),
    ('Ελένη', 'eleni'),
    ('123', none),
    ('-', none),
    ('İstanbul', 'istanbul'),
] -%}
with cases (given, expected) as (
    {{ firstparty.literal_rows(cases) }}
),

results as (
    select
        given,
        expected,
        {{ firstparty.name_key('given') }} as result
    from cases
),

assert_name_key_cases as (
    select
        given,
        expected,
        result
    from results
    where
        result is distinct from expected
        or {{ firstparty.name_key('result') }} is distinct from result
)

select * from assert_name_key_cases
