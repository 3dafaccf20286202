{#-
    Half the letters in another order count against, rounded down; nothing is said of a pair that the condition leaves out.
-#}
{%- set cases = [
    (none, 'martha', none),
    ('martha', none, none),
    ('', 'martha', '0.000000'),
    ('martha', 'martha', '1.000000'),
    ('martha', 'marhta', '0.961111'),
    ('noemie', 'noeemie', '0.927778'),
    ('Zoé', 'Zoè', '0.883333'),
    ('left out', 'left out', none),
] -%}
with cases (left_text, right_text, expected) as (
    {{ firstparty.literal_rows(cases) }}
),

results as (
    select
        left_text,
        right_text,
        expected,
        cast(cast(
            {{ firstparty.jaro_winkler('left_text', 'right_text', "left_text <> 'left out'") }}
            as decimal(9, 6)
        ) as string) as result
    from cases
),

assert_jaro_winkler_cases as (
    select
        left_text,
        right_text,
        expected,
        result
    from results
    where
        result is distinct from expected
)

select * from assert_jaro_winkler_cases
