{#-
    A pair is its weight above the least there is, -8 nats, times 2 to the power 62, plus its left number times 2 to the power 31,
    plus its right number. Both numbers are read from it again, at the ends of what is possible too.
-#}
{%- set cases = [
    ('-8000000', '1', '2', '2147483650'),
    ('-7999999', '1', '2', '4611686020574871554'),
    ('0', '5', '7', '36893488147419113969418247'),
    ('12000000', '2147483646', '2147483647', '92233724980233774359904255'),
    ('-8000000', '0', '2147483647', '2147483647'),
] -%}
with cases (weight_text, left_text, right_text, expected) as (
    {{ firstparty.literal_rows(cases) }}
),

pairs as (
    select
        cast(weight_text as bigint) as weight,
        cast(left_text as integer) as left_number,
        cast(right_text as integer) as right_number,
        expected
    from cases
),

numbered as (
    select
        left_number,
        right_number,
        expected,
        {{ firstparty.pair_in_order('weight', 'left_number', 'right_number') }} as pair
    from pairs
),

results as (
    select
        left_number,
        right_number,
        expected,
        cast(pair as string) as result,
        {{ firstparty.left_of_pair('pair') }} as left_result,
        {{ firstparty.right_of_pair('pair') }} as right_result
    from numbered
),

assert_pair_in_order_cases as (
    select
        left_number,
        right_number,
        expected,
        result,
        left_result,
        right_result
    from results
    where
        result is distinct from expected
        or left_result is distinct from left_number
        or right_result is distinct from right_number
)

select * from assert_pair_in_order_cases
