{#-
    Bytes are counted: a letter outside of ASCII has two or more.
-#}
{%- set cases = [
    (none, 'smith', none),
    ('smith', none, none),
    ('', 'abc', '3'),
    ('smith', 'smith', '0'),
    ('smith', 'smyth', '1'),
    ('smith', 'simth', '2'),
    ('Zoë', 'Zoe', '2'),
    ('Zoé', 'Zoè', '1'),
    ('王', '', '3'),
] -%}
with cases (left_text, right_text, expected) as (
    {{ firstparty.literal_rows(cases) }}
),

results as (
    select
        left_text,
        right_text,
        expected,
        cast({{ firstparty.edit_distance('left_text', 'right_text') }} as string) as result
    from cases
),

assert_edit_distance_cases as (
    select
        left_text,
        right_text,
        expected,
        result
    from results
    where
        result is distinct from expected
)

select * from assert_edit_distance_cases
