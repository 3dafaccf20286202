{#-
    Titles come out without dots, also alone, as in a salutation column; no title gives null.
-#}
{%- set cases = [
    (none, none),
    ('', none),
    ('Mr', 'Mr'),
    ('Mr.', 'Mr'),
    ('M.', 'M'),
    ('MRS.', 'MRS'),
    ('Frau Dr.', 'Frau Dr'),
    ('Prof. Dr. Anna Maier', 'Prof Dr'),
    ('Dr.ssa Bianchi', 'Dr ssa'),
    ('Jane Doe', none),
    ('Mrinal', none),
    ('Sir Elton John', 'Sir'),
    ('Doe, Dr. Jane', 'Dr'),
] -%}
with cases (given, expected) as (
    {{ firstparty.literal_rows(cases) }}
),

results as (
    select
        given,
        expected,
        {{ firstparty.name_prefix('given') }} as result
    from cases
),

assert_name_prefix_cases as (
    select
        given,
        expected,
        result
    from results
    where
        result is distinct from expected
)

select * from assert_name_prefix_cases
