{#-
    Words of several languages for yes and no; everything else gives null.
-#}
{%- set cases = [
    (none, none),
    ('', none),
    ('true', 'true'),
    ('TRUE', 'true'),
    (' Yes ', 'true'),
    ('1', 'true'),
    ('ja', 'true'),
    ('sí', 'true'),
    ('x', 'true'),
    ('✓', 'true'),
    ('false', 'false'),
    ('F', 'false'),
    ('0', 'false'),
    ('nein', 'false'),
    ('não', 'false'),
    ('off', 'false'),
    ('2', none),
    ('maybe', none),
    ('null', none),
] -%}
with cases (given, expected) as (
    {{ firstparty.literal_rows(cases) }}
),

results as (
    select
        given,
        expected,
        cast({{ firstparty.clean_boolean('given') }} as string) as result
    from cases
),

assert_clean_boolean_cases as (
    select
        given,
        expected,
        result
    from results
    where
        result is distinct from expected
)

select * from assert_clean_boolean_cases
