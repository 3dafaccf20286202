{#-
    Keys in the order given, nulls kept, text escaped.
-#}
{%- set cases = [
    ('1', 'x', '{"number":1,"text":"x"}'),
    (none, none, '{"number":null,"text":null}'),
    ('2', 'a "b" \\ é', '{"number":2,"text":"a \\"b\\" \\\\ é"}'),
] -%}
with cases (number, text, expected) as (
    {{ firstparty.literal_rows(cases) }}
),

results as (
    select
        expected,
        {{ firstparty.json_object({'number': 'cast(number as bigint)', 'text': 'text'}) }} as result
    from cases
),

assert_json_object_cases as (
    select
        expected,
        result
    from results
    where result is distinct from expected
)

select * from assert_json_object_cases
