{#-
    Suffixes come out without dots, also alone, as in a suffix column; no suffix gives null.
-#}
{%- set cases = [
    (none, none),
    ('', none),
    ('Jr.', 'Jr'),
    ('III', 'III'),
    ('Ph.D.', 'PhD'),
    ('John Smith Jr.', 'Jr'),
    ('Smith Jr., John', 'Jr'),
    ('Jane Doe, Ph.D., MBA', 'PhD MBA'),
    ('Jane Doe', none),
    ('Md Rahman', none),
    ('Jack Ma', none),
    ('Louis XIV', none),
] -%}
with cases (given, expected) as (
    {{ firstparty.literal_rows(cases) }}
),

results as (
    select
        given,
        expected,
        {{ firstparty.name_suffix('given') }} as result
    from cases
),

assert_name_suffix_cases as (
    select
        given,
        expected,
        result
    from results
    where
        result is distinct from expected
        or {{ firstparty.name_suffix('result') }} is distinct from result
)

select * from assert_name_suffix_cases
