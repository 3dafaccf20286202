{#-
    Words and letters of several languages; what says nothing gives null.
-#}
{%- set cases = [
    (none, none),
    ('', none),
    ('F', 'female'),
    ('female', 'female'),
    (' Female ', 'female'),
    ('w', 'female'),
    ('Weiblich', 'female'),
    ('FÉMININ', 'female'),
    ('女', 'female'),
    ('M', 'male'),
    ('männlich', 'male'),
    ('hombre', 'male'),
    ('мужской', 'male'),
    ('X', 'other'),
    ('non-binary', 'other'),
    ('divers', 'other'),
    ('other', 'other'),
    ('unknown', none),
    ('u', none),
    ('prefer not to say', none),
    ('-', none),
] -%}
with cases (given, expected) as (
    {{ firstparty.literal_rows(cases) }}
),

results as (
    select
        given,
        expected,
        {{ firstparty.clean_gender('given') }} as result
    from cases
),

assert_clean_gender_cases as (
    select
        given,
        expected,
        result
    from results
    where
        result is distinct from expected
        or {{ firstparty.clean_gender('result') }} is distinct from result
)

select * from assert_clean_gender_cases
