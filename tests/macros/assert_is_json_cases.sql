{#-
    Whole documents only; null is none.
-#}
{%- set cases = [
    (none, 'false'),
    ('', 'false'),
    ('{}', 'true'),
    ('{"a": 1}', 'true'),
    ('{"a": 1', 'false'),
    ('[1, 2]', 'true'),
    ('{"a": 1} x', 'false'),
    ('text', 'false'),
] -%}
with cases (given, expected) as (
    {{ firstparty.literal_rows(cases) }}
),

results as (
    select
        given,
        expected,
        cast({{ firstparty.is_json('given') }} as string) as result
    from cases
),

assert_is_json_cases as (
    select
        given,
        expected,
        result
    from results
    where
        result is distinct from expected
)

select * from assert_is_json_cases
