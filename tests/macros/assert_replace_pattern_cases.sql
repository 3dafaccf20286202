{#-
    Every match is replaced, groups can be named in the replacement, letters of all scripts are letters.
-#}
{%- set cases = [
    (none, none),
    ('', ''),
    ('a-b c', 'a-b_c'),
    ('são paulo x', 'são_paulo_x'),
    ("it's a", "it's_a"),
] -%}
with cases (given, expected) as (
    {{ firstparty.literal_rows(cases) }}
),

results as (
    select
        given,
        expected,
        {{ firstparty.replace_pattern('given', '([\\p{L}]) ([\\p{L}])', '\\1_\\2') }} as result
    from cases
),

assert_replace_pattern_cases as (
    select
        given,
        expected,
        result
    from results
    where
        result is distinct from expected
)

select * from assert_replace_pattern_cases
