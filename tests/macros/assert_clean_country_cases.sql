{#-
    Codes and names of any language give the ISO code; unknown names and those of two countries give null.
-#}
{%- set cases = [
    (none, none),
    ('', none),
    ('DE', 'DE'),
    ('de', 'DE'),
    (' deu ', 'DE'),
    ('Germany', 'DE'),
    ('Deutschland', 'DE'),
    ('Allemagne', 'DE'),
    ('UK', 'GB'),
    ('England', 'GB'),
    ('U.K.', 'GB'),
    ('USA', 'US'),
    ('U.S.A.', 'US'),
    ('United States of America', 'US'),
    ('España', 'ES'),
    ('ESPANA', 'ES'),
    ('Brasil', 'BR'),
    ('日本', 'JP'),
    ('中国', 'CN'),
    ('대한민국', 'KR'),
    ('Россия', 'RU'),
    ('Ελλάδα', 'GR'),
    ('Österreich', 'AT'),
    ('Oesterreich', 'AT'),
    ("Côte d'Ivoire", 'CI'),
    ('The Netherlands', 'NL'),
    ('Holland', 'NL'),
    ('Czech Republic', 'CZ'),
    ('NA', 'NA'),
    ('Georgia', 'GE'),
    ('XX', none),
    ('EU', none),
    ('Korea', none),
    ('null', none),
    ('Atlantis', none),
    ('-', none),
] -%}
with cases (given, expected) as (
    {{ firstparty.literal_rows(cases) }}
),

results as (
    select
        given,
        expected,
        {{ firstparty.clean_country('given') }} as result
    from cases
),

assert_clean_country_cases as (
    select
        given,
        expected,
        result
    from results
    where
        result is distinct from expected
        or {{ firstparty.clean_country('result') }} is distinct from result
)

select * from assert_clean_country_cases
