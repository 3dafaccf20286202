{#-
    Each case is the matrix and the solution 1, 2, 3 …; the right sides are worked out from both. In the last one a number is the
    smaller one of its row and column, which is as far from a diagonal as a positive definite matrix goes.
-#}
{%- set cases = [
    {'matrix': [[4]], 'right': [4]},
    {'matrix': [[2, 1], [1, 3]], 'right': [4, 7]},
    {'matrix': [[4, 2, 1], [2, 5, 3], [1, 3, 6]], 'right': [11, 21, 25]},
    {
        'matrix': [
            [1, 1, 1, 1, 1],
            [1, 2, 2, 2, 2],
            [1, 2, 3, 3, 3],
            [1, 2, 3, 4, 4],
            [1, 2, 3, 4, 5],
        ],
        'right': [15, 29, 41, 50, 55],
    },
] -%}
with {% for case in cases -%}
    {%- set case_number = loop.index -%}
    {%- set equations = {} -%}
    {%- for row in case.matrix -%}
        {%- set row_number = loop.index -%}
        {%- for coefficient in row -%}
            {%- do equations.update({
                'a_' ~ row_number ~ '_' ~ loop.index: 'cast(' ~ coefficient ~ ' as double)',
            }) -%}
        {%- endfor -%}
        {%- do equations.update({
            'b_' ~ row_number: 'cast(' ~ case.right[loop.index0] ~ ' as double)',
        }) -%}
    {%- endfor -%}
    equations_{{ case_number }}_0 as (
        select {{ firstparty.named_columns(equations) }}
    ),

    solution_{{ case_number }} as (
        with {{ firstparty.solved_equations('equations_' ~ case_number, case.right | length) }}

        select * from solved
    ),

{% endfor -%}

results as (
    {% for case in cases -%}
        {%- set case_number = loop.index -%}
        {%- for side in case.right -%}
            {{ "union all" if not (loop.first and case_number == 1) }}
            select
                {{ case_number }} as case_number,
                {{ loop.index }} as expected,
                step_{{ loop.index }} as result
            from solution_{{ case_number }}
        {% endfor -%}
    {% endfor -%}
),

assert_solved_equations_cases as (
    select
        case_number,
        expected,
        result
    from results
    where result is null or abs(result - expected) > 1e-9
)

select * from assert_solved_equations_cases
