{#-
    A match anywhere is a match; null stays null.
-#}
{%- set cases = [
    (none, none),
    ('', 'false'),
    ('123', 'false'),
    ('1ß', 'true'),
] -%}
with cases (given, expected) as (
    {{ firstparty.literal_rows(cases) }}
),

results as (
    select
        given,
        expected,
        cast({{ firstparty.matches_pattern('given', '\\p{L}') }} as string) as result
    from cases
),

assert_matches_pattern_cases as (
    select
        given,
        expected,
        result
    from results
    where
        result is distinct from expected
)

select * from assert_matches_pattern_cases
