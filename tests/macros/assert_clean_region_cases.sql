{#-
    A region that its country knows gives its code; another stays as upper-case text.
-#}
{%- set cases = [
    (none, 'US', none),
    ('', 'US', none),
    (' ', 'US', none),
    ('California', 'US', 'CA'),
    ('ca', 'US', 'CA'),
    ('US-CA', 'US', 'CA'),
    ('CALIFORNIA', 'us', 'CA'),
    ('Bayern', 'DE', 'BY'),
    ('Bavaria', 'DE', 'BY'),
    ('NRW', 'DE', 'NW'),
    ('Québec', 'CA', 'QC'),
    ('quebec', 'CA', 'QC'),
    ('N.S.W.', 'AU', 'NSW'),
    ('New South Wales', 'AU', 'NSW'),
    ('Île-de-France', 'FR', 'IDF'),
    ('California', 'FR', 'CALIFORNIA'),
    ('California', none, 'CALIFORNIA'),
    ('  somewhere   else ', 'US', 'SOMEWHERE ELSE'),
    ('-', 'US', none),
] -%}
with cases (given, country, expected) as (
    {{ firstparty.literal_rows(cases) }}
),

results as (
    select
        given,
        country,
        expected,
        {{ firstparty.clean_region('given', 'country') }} as result
    from cases
),

assert_clean_region_cases as (
    select
        given,
        country,
        expected,
        result
    from results
    where
        result is distinct from expected
        or {{ firstparty.clean_region('result', 'country') }} is distinct from result
)

select * from assert_clean_region_cases
