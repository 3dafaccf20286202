{#-
    Two spellings of one mailbox meet, two mailboxes do not.
-#}
{%- set cases = [
    (none, none),
    ('jdoe@gmail.com', 'jdoe@gmail.com'),
    ('j.doe+x@gmail.com', 'jdoe@gmail.com'),
    ('j.d.o.e@googlemail.com', 'jdoe@gmail.com'),
    ('j.doe+x@example.com', 'j.doe@example.com'),
    ('j.doe@example.com', 'j.doe@example.com'),
    ('jdoe@gmail.com.example', 'jdoe@gmail.com.example'),
] -%}
with cases (given, expected) as (
    {{ firstparty.literal_rows(cases) }}
),

results as (
    select
        given,
        expected,
        {{ firstparty.suppression_email_form('given') }} as result
    from cases
),

assert_suppression_email_form_cases as (
    select
        given,
        expected,
        result
    from results
    where
        result is distinct from expected
        or {{ firstparty.suppression_email_form('result') }} is distinct from result
)

select * from assert_suppression_email_form_cases
