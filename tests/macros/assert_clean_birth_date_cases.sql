{#-
    Order of day and month: by separator, by number, by country, else null. The build's day is 2026-06-30: that day counts,
    the next does not. 1900-01-01 is a form's default, not a birthday.
-#}
{%- set cases = [
    (none, none, none),
    ('', none, none),
    ('1980-05-03', none, '1980-05-03'),
    (' 1980-05-03 ', none, '1980-05-03'),
    ('1980-5-3', none, '1980-05-03'),
    ('1980/05/03', none, '1980-05-03'),
    ('1980.05.03', none, '1980-05-03'),
    ('19800503', none, '1980-05-03'),
    ('1980-05-03T00:00:00Z', none, '1980-05-03'),
    ('1980-05-03 00:00:00', none, '1980-05-03'),
    ('03.05.1980', none, '1980-05-03'),
    ('3. 5. 1980', none, '1980-05-03'),
    ('03.05.1980', 'US', '1980-05-03'),
    ('25/12/1980', none, '1980-12-25'),
    ('25/12/1980', 'US', '1980-12-25'),
    ('12/25/1980', none, '1980-12-25'),
    ('12/25/1980', 'GB', '1980-12-25'),
    ('25-12-1980', none, '1980-12-25'),
    ('03/05/1980', none, none),
    ('03/05/1980', 'GB', '1980-05-03'),
    ('03/05/1980', 'US', '1980-03-05'),
    ('3/5/1980', 'DE', '1980-05-03'),
    ('05/05/1980', none, '1980-05-05'),
    ('5/05/1980', none, '1980-05-05'),
    ('1980-02-30', none, none),
    ('1980-13-01', none, none),
    ('30.02.1980', none, none),
    ('2000-02-29', none, '2000-02-29'),
    ('1900-02-29', none, none),
    ('03.05.80', none, none),
    ('1980', none, none),
    ('1980-05', none, none),
    ('0000-00-00', none, none),
    ('31/31/1980', none, none),
    ('1899-12-31', none, none),
    ('1900-01-01', none, none),
    ('1900-01-02', none, '1900-01-02'),
    ('2026-06-30', none, '2026-06-30'),
    ('2026-07-01', none, none),
    ('9999-12-31', none, none),
    ('infinity', none, none),
    ('null', none, none),
    ('yesterday', none, none),
] -%}
with cases (given, country, expected) as (
    {{ firstparty.literal_rows(cases) }}
),

results as (
    select
        given,
        country,
        expected,
        cast({{ firstparty.clean_birth_date('given', 'country') }} as string) as result
    from cases
),

assert_clean_birth_date_cases as (
    select
        given,
        country,
        expected,
        result
    from results
    where
        result is distinct from expected
        or {{ firstparty.clean_birth_date('result', 'country') }} is distinct from result
)

select * from assert_clean_birth_date_cases
