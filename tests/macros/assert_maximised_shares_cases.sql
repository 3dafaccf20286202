{#-
    How many pairs the classes explain that look like matches: no more than a share of the households of their situation, however many
    they claim. One name at home is bounded by half of them where a birth date is known, and by a twentieth where none is; twins by a
    twentieth everywhere, two behind one account by all. Fewer than that stay as they are. In each situation 100 households.
-#}
{%- set cases = [
    {'level': 0, 'claimed': 1000, 'j': 5, 't': 5, 'a': 100},
    {'level': 1, 'claimed': 1000, 'j': 50, 't': 5, 'a': 100},
    {'level': 2, 'claimed': 1000, 'j': 5, 't': 5, 'a': 100},
    {'level': 3, 'claimed': 1000, 'j': 50, 't': 5, 'a': 100},
    {'level': 3, 'claimed': 2, 'j': 2, 't': 2, 'a': 2},
] -%}
with expected as (
    {% for case in cases -%}
        select
            cast(0 as integer) as iteration,
            '' as field,
            {{ case.level }} as level,
            cast({{ case.claimed }} as double) as claimed,
            cast(5000 as double) as u,
            cast(40 as double) as m,
            cast(100 as double) as h,
            cast(30 as double) as n,
            cast(40 as double) as expected_m,
            cast(100 as double) as expected_h,
            cast(30 as double) as expected_n,
            cast({{ case.claimed }} as double) as expected_j,
            cast({{ case.claimed }} as double) as expected_t,
            cast({{ case.claimed }} as double) as expected_a,
            cast(null as string) as family,
            cast(null as string) as kind,
            cast(null as double) as u_observed,
            cast(null as double) as match_prior,
            cast(40 as double) as size_m,
            cast(100 as double) as size_h,
            cast(5000 as double) as all_pairs
        {{ "union all" if not loop.last }}
    {% endfor -%}
),

{{ firstparty.maximised_shares('expected') }},

cases as (
    {% for case in cases -%}
        select
            {{ case.level }} as level,
            cast({{ case.claimed }} as double) as claimed,
            cast({{ case.j }} as double) as j,
            cast({{ case.t }} as double) as t,
            cast({{ case.a }} as double) as a
        {{ "union all" if not loop.last }}
    {% endfor -%}
),

assert_maximised_shares_cases as (
    select
        cases.*,
        maximised.next_j,
        maximised.next_t,
        maximised.next_a
    from cases
    left join maximised on cases.level = maximised.level and cases.claimed = maximised.claimed
    where
        maximised.level is null
        or abs(maximised.next_j - cases.j) > 1e-5
        or abs(maximised.next_t - cases.t) > 1e-5
        or abs(maximised.next_a - cases.a) > 1e-5
        or abs(maximised.next_m - 40) > 1e-5
        or abs(maximised.next_h - 100) > 1e-5
        or abs(maximised.next_n - 30) > 1e-5
        or maximised.next_u <> 5000
)

select * from assert_maximised_shares_cases
