{#-
    The order is that of the other column, whatever the order of the rows; equal values stay.
-#}
{%- set cases = [
    ('a', 'two', '2'),
    ('a', 'one', '1'),
    ('a', 'two', '3'),
    ('b', 'only', '1'),
    ('c', '', '2'),
    ('c', '', '1'),
] -%}
{%- set expected = [
    ('a', 'one, two, two'),
    ('b', 'only'),
    ('c', ', '),
] -%}
with cases (name, item, place) as (
    {{ firstparty.literal_rows(cases) }}
),

expected_lists (name, expected) as (
    {{ firstparty.literal_rows(expected) }}
),

lists as (
    select
        name,
        {{ firstparty.ordered_text_list('item', "', '", 'place') }} as result
    from cases
    group by name
),

assert_ordered_text_list_cases as (
    select
        expected_lists.name,
        expected_lists.expected,
        lists.result
    from expected_lists
    inner join lists on expected_lists.name = lists.name
    where lists.result is distinct from expected_lists.expected
)

select * from assert_ordered_text_list_cases
