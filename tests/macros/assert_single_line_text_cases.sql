{#-
    Runs of white space become one space, marks that nobody can see go; the joiners of Persian and Indic words stay.
-#}
{%- set cases = [
    (none, none),
    ('', none),
    (' \u00a0\t', none),
    ('a  b\tc\nd', 'a b c d'),
    ('Jane\u200b Doe', 'Jane Doe'),
    ('co\u00adop', 'coop'),
    ('\u202eevil', 'evil'),
    ('می\u200cخواهم', 'می\u200cخواهم'),
    ('Zoe\u0308', 'Zoë'),
] -%}
with cases (given, expected) as (
    {{ firstparty.literal_rows(cases) }}
),

results as (
    select
        given,
        expected,
        {{ firstparty.single_line_text('given') }} as result
    from cases
),

assert_single_line_text_cases as (
    select
        given,
        expected,
        result
    from results
    where
        result is distinct from expected
        or {{ firstparty.single_line_text('result') }} is distinct from result
)

select * from assert_single_line_text_cases
