{#-
    White space of every script goes from both ends, and nothing goes from the inside. Cleaning twice changes nothing.
-#}
{%- set cases = [
    (none, none),
    ('', none),
    ('   ', none),
    ('\t\n\u000b\u000c\r\u0085\u00a0\u2003\u3000', none),
    ('a', 'a'),
    ('\u00a0van der Berg\u000b', 'van der Berg'),
    ('vvv', 'vvv'),
    ('\ufeffJane\u200b', 'Jane'),
    ('two\n lines ', 'two\n lines'),
    ('Jose\u0301', 'José'),
    ("it's", "it's"),
    ('back\\slash', 'back\\slash'),
    ('\\N', '\\N'),
    ('null', 'null'),
] -%}
with cases (given, expected) as (
    {{ firstparty.literal_rows(cases) }}
),

results as (
    select
        given,
        expected,
        {{ firstparty.clean_text('given') }} as result
    from cases
),

assert_clean_text_cases as (
    select
        given,
        expected,
        result
    from results
    where
        result is distinct from expected
        or {{ firstparty.clean_text('result') }} is distinct from result
)

select * from assert_clean_text_cases
