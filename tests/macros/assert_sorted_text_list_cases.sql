{#-
    Sorted and without repetition whatever the order of the rows; nulls left out; null for nothing but nulls.
-#}
{%- set cases = [
    ('a', 'x', 'w, x'),
    ('a', 'w', 'w, x'),
    ('a', 'x', 'w, x'),
    ('a', none, 'w, x'),
    ('b', none, none),
] -%}
with cases (group_name, value, expected) as (
    {{ firstparty.literal_rows(cases) }}
),

results as (
    select
        group_name,
        max(expected) as expected,
        {{ firstparty.sorted_text_list('value') }} as result
    from cases
    group by group_name
),

assert_sorted_text_list_cases as (
    select
        group_name,
        expected,
        result
    from results
    where result is distinct from expected
)

select * from assert_sorted_text_list_cases
