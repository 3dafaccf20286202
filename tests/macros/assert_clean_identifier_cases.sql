{#-
    Ends are trimmed; case and hard-coded values stay, for the block list to see.
-#}
{%- set cases = [
    (none, none),
    ('', none),
    (' ', none),
    (' C-001 ', 'C-001'),
    ('abcDEF', 'abcDEF'),
    ('null', 'null'),
    ('-1', '-1'),
    ('00042', '00042'),
    ('\u00a042\n', '42'),
    ("x'); drop table y; --", "x'); drop table y; --"),
] -%}
with cases (given, expected) as (
    {{ firstparty.literal_rows(cases) }}
),

results as (
    select
        given,
        expected,
        {{ firstparty.clean_identifier('given') }} as result
    from cases
),

assert_clean_identifier_cases as (
    select
        given,
        expected,
        result
    from results
    where
        result is distinct from expected
        or {{ firstparty.clean_identifier('result') }} is distinct from result
)

select * from assert_clean_identifier_cases
