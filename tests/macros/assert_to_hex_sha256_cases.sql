{#-
    Lower-case hexadecimal of the UTF-8 bytes; null for null. FIPS 180-2 example and a text beyond ASCII.
-#}
{%- set cases = [
    (none, none),
    ('abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'),
    ('josé', 'd994e1d001886fe5b45b1267bd1fa2b752ac50742579bd3dad7b2a2aa0ed6866'),
] -%}
with cases (given, expected) as (
    {{ firstparty.literal_rows(cases) }}
),

results as (
    select
        given,
        expected,
        {{ firstparty.to_hex_sha256('given') }} as result
    from cases
),

assert_to_hex_sha256_cases as (
    select
        given,
        expected,
        result
    from results
    where
        result is distinct from expected
)

select * from assert_to_hex_sha256_cases
