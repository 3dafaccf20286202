{#-
    The value in the row with the greatest ordering, also when that value is null; rows without ordering do not count.
-#}
{%- set cases = [
    ('a', 'first', '1', 'second'),
    ('a', 'second', '2', 'second'),
    ('a', 'unordered', none, 'second'),
    ('b', 'something', '1', none),
    ('b', none, '2', none),
    ('c', 'only', none, none),
] -%}
with cases (group_name, value, ordering, expected) as (
    {{ firstparty.literal_rows(cases) }}
),

results as (
    select
        group_name,
        max(expected) as expected,
        {{ firstparty.value_at_max('value', 'cast(ordering as bigint)') }} as result
    from cases
    group by group_name
),

assert_value_at_max_cases as (
    select
        group_name,
        expected,
        result
    from results
    where result is distinct from expected
)

select * from assert_value_at_max_cases
