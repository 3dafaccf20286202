{#- A query of three CTEs, parted at the second and at the last: what is kept, and what then only reads it. -#}
{%- set first = "with a as (\n    select 1 as x\n),\n\n" -%}
{%- set second = "b as (\n    select x from a\n)" -%}
{%- set third = "c as (\n    select x from b\n)" -%}
{%- set query = first ~ second ~ ",\n\n" ~ third ~ "\n\nselect * from c" -%}
{%- set at_second = firstparty.parted_at_cte(query, 'b', 'kept') -%}
{%- set at_last = firstparty.parted_at_cte(query, 'c', 'kept') -%}
{%- set cases = [
    (at_second.query, first ~ second ~ "\n\nselect * from b"),
    (at_second.rest, first ~ "b as (\n    select * from kept\n),\n\n" ~ third ~ "\n\nselect * from c"),
    (at_last.query, query),
    (at_last.rest, first ~ second ~ ",\n\nc as (\n    select * from kept\n)\n\nselect * from c"),
] -%}
with cases as (
    {% for actual, expected in cases -%}
        select
            {{ loop.index }} as place,
            {{ firstparty.text_literal(actual) }} as actual,
            {{ firstparty.text_literal(expected) }} as expected
        {{ "union all" if not loop.last }}
    {% endfor -%}
),

assert_parted_at_cte_cases as (
    select *
    from cases
    where actual <> expected
)

select * from assert_parted_at_cte_cases
