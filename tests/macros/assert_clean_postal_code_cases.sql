{#-
    Each country's own spelling; a code that does not fit stays as letters and digits; placeholders give null.
-#}
{%- set cases = [
    (none, 'US', none),
    ('', 'US', none),
    ('  ', none, none),
    ('94016', 'US', '94016'),
    ('94016-1234', 'US', '94016'),
    ('940161234', 'US', '94016'),
    (' 02139 ', 'US', '02139'),
    ('sw1a1aa', 'GB', 'SW1A 1AA'),
    ('SW1A  1AA', 'GB', 'SW1A 1AA'),
    ('m1 1ae', 'GB', 'M1 1AE'),
    ('k1a0b1', 'CA', 'K1A 0B1'),
    ('K1A-0B1', 'CA', 'K1A 0B1'),
    ('1012ab', 'NL', '1012 AB'),
    ('1012 AB', 'NL', '1012 AB'),
    ('11455', 'SE', '114 55'),
    ('S-114 55', 'SE', '114 55'),
    ('d02x285', 'IE', 'D02 X285'),
    ('00950', 'PL', '00-950'),
    ('00-950', 'PL', '00-950'),
    ('1000205', 'PT', '1000-205'),
    ('01310100', 'BR', '01310-100'),
    ('1000001', 'JP', '100-0001'),
    ('〒100-0001', 'JP', '100-0001'),
    ('D-10115', 'DE', '10115'),
    ('DE-10115', 'DE', '10115'),
    ('F-75001', 'FR', '75001'),
    ('A-1010', 'AT', '1010'),
    ('75001', 'FR', '75001'),
    ('sw1a1aa', none, 'SW1A1AA'),
    ('94016-1234', none, '940161234'),
    ('ABC', 'US', 'ABC'),
    ('00000', 'US', none),
    ('99999', 'US', none),
    ('00000-0000', 'US', none),
    ('XXXXX', 'GB', none),
    ('n/a', 'GB', none),
    ('NULL', 'DE', none),
    ('unknown', none, none),
] -%}
with cases (given, country, expected) as (
    {{ firstparty.literal_rows(cases) }}
),

results as (
    select
        given,
        country,
        expected,
        {{ firstparty.clean_postal_code('given', 'country') }} as result
    from cases
),

assert_clean_postal_code_cases as (
    select
        given,
        country,
        expected,
        result
    from results
    where
        result is distinct from expected
        or {{ firstparty.clean_postal_code('result', 'country') }} is distinct from result
)

select * from assert_clean_postal_code_cases
