{#-
    The first match, or its group; no match and an empty match are null.
-#}
{%- set cases = [
    (none, none),
    ('', none),
    ('abc', none),
    ('a12b34', '12'),
    ('٣', none),
] -%}
with cases (given, expected) as (
    {{ firstparty.literal_rows(cases) }}
),

results as (
    select
        given,
        expected,
        {{ firstparty.extract_pattern('given', '[a-z]([0-9]+)', 1) }} as result
    from cases
),

assert_extract_pattern_cases as (
    select
        given,
        expected,
        result
    from results
    where
        result is distinct from expected
)

select * from assert_extract_pattern_cases
