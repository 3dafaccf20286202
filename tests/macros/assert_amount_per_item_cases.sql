{#-
    Half a cent goes up, also where a floating number would lie just below it (141.075); nothing is divided by zero.
-#}
{%- set cases = [
    (none, '2', none),
    ('10.00', none, none),
    ('10.00', '0', none),
    ('0.00', '3', '0.00'),
    ('10.00', '3', '3.33'),
    ('20.00', '3', '6.67'),
    ('282.15', '2', '141.08'),
    ('0.01', '2', '0.01'),
    ('1000000000000.01', '1', '1000000000000.01'),
] -%}
with cases (amount, item_count, expected) as (
    {{ firstparty.literal_rows(cases) }}
),

results as (
    select
        amount,
        item_count,
        expected,
        cast(
            {{ firstparty.amount_per_item(
                'cast(amount as decimal(18, 2))', 'cast(item_count as bigint)'
            ) }} as string
        ) as result
    from cases
),

assert_amount_per_item_cases as (
    select
        amount,
        item_count,
        expected,
        result
    from results
    where
        result is distinct from expected
)

select * from assert_amount_per_item_cases
