{#-
    Missing names are plausible, markup, code, broken encoding and novels are not.
-#}
{%- set cases = [
    (none, 'true'),
    ('', 'true'),
    ('Jane', 'true'),
    ("O'Brien-Núñez (Jr.)", 'true'),
    ('محمد', 'true'),
    ('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 'true'),
    ('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 'false'),
    ("Robert'); DROP TABLE Students;--", 'false'),
    ('<script>alert(1)<' ~ '/script>', 'false'),
    ('{{ name }}', 'false'),
    ('J\ufffdrgen', 'false'),
    ('Jane\u0001', 'false'),
    ('two\nlines', 'true'),
] -%}
with cases (given, expected) as (
    {{ firstparty.literal_rows(cases) }}
),

results as (
    select
        given,
        expected,
        cast({{ firstparty.is_plausible_name('given') }} as string) as result
    from cases
),

assert_is_plausible_name_cases as (
    select
        given,
        expected,
        result
    from results
    where
        result is distinct from expected
)

select * from assert_is_plausible_name_cases
