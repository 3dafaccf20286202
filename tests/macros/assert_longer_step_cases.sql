{#-
    A step is longer by seven tenths, in logarithms, from the fourth round on; a value that stays, stays; what more than doubles or
    halves steps as it is.
-#}
{%- set cases = [
    {'iteration': 3, 'before': 100, 'after': 110, 'expected': 110},
    {'iteration': 4, 'before': 100, 'after': 110, 'expected': 117.590},
    {'iteration': 4, 'before': 100, 'after': 80, 'expected': 68.431},
    {'iteration': 9, 'before': 100, 'after': 100, 'expected': 100},
    {'iteration': 9, 'before': 100, 'after': 200, 'expected': 324.901},
    {'iteration': 9, 'before': 100, 'after': 201, 'expected': 201},
    {'iteration': 9, 'before': 100, 'after': 49, 'expected': 49},
    {'iteration': 9, 'before': '1e-300', 'after': 5, 'expected': 5},
] -%}
with cases as (
    {% for case in cases -%}
        select
            {{ loop.index }} as place,
            {{ case.iteration }} as iteration,
            cast({{ case.before }} as double) as value_before,
            cast({{ case.after }} as double) as value_after,
            cast({{ case.expected }} as double) as expected
        {{ "union all" if not loop.last }}
    {% endfor -%}
),

stepped as (
    select
        *,
        {{ firstparty.longer_step('value_before', 'value_after') }} as actual
    from cases
),

assert_longer_step_cases as (
    select *
    from stepped
    where coalesce(abs(actual - expected) > 0.001, true)
)

select * from assert_longer_step_cases
