{#-
    The text at a path; missing paths, broken documents and nulls give null.
-#}
{%- set cases = [
    (none, none),
    ('', none),
    ('{"a": {"b": "x"}}', 'x'),
    ('{"a": {"b": 1}}', '1'),
    ('{"a": {"b": null}}', none),
    ('{"a": {}}', none),
    ('{"a": {"b": "x"', none),
    ('{"a": {"b": "é\'"}}', "é'"),
] -%}
with cases (given, expected) as (
    {{ firstparty.literal_rows(cases) }}
),

results as (
    select
        given,
        expected,
        {{ firstparty.json_text('given', '$.a.b') }} as result
    from cases
),

assert_json_text_cases as (
    select
        given,
        expected,
        result
    from results
    where
        result is distinct from expected
)

select * from assert_json_text_cases
