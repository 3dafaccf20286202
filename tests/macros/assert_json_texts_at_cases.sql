{#-
    Strings without quotes, numbers in their shortest form, lists and objects as JSON; the first of two equal keys. Whether
    the document is an object is shown beside it.
-#}
{%- set cases = [
    ('{"a": "x", "b": 1}', 'true', 'x', '1'),
    ('{"a": "1.10", "b": 1.10}', 'true', '1.10', '1.1'),
    ('{"a": 1e-7, "b": 12345678.0}', 'true', '1e-7', '12345678.0'),
    ('{"a": {"c": [1, "é\\u00e9"]}, "b": null}', 'true', '{"c":[1,"éé"]}', none),
    ('{"b": true, "b": 2}', 'true', none, 'true'),
    ('[1, {"a": 1}]', 'false', none, none),
] -%}
with cases (given, expected_object, expected_first, expected_second) as (
    {{ firstparty.literal_rows(cases) }}
),

read_documents as (
    select
        given,
        expected_object,
        expected_first,
        expected_second,
        {{ firstparty.is_json_object('given') }} as is_object,
        {{ firstparty.json_texts_at('given', ['$.a', '$.b']) }} as texts
    from cases
),

results as (
    select
        given,
        expected_object,
        expected_first,
        expected_second,
        cast(is_object as string) as result_object,
        {{ firstparty.list_item('texts', 1) }} as first_text,
        {{ firstparty.list_item('texts', 2) }} as second_text
    from read_documents
),

assert_json_texts_at_cases as (
    select
        given,
        result_object,
        first_text,
        second_text
    from results
    where
        result_object is distinct from expected_object
        or first_text is distinct from expected_first
        or second_text is distinct from expected_second
)

select * from assert_json_texts_at_cases
