{#-
    A text comes back as it was written: quotes, backslashes, line ends, nothing; none becomes null.
-#}
with lengths as (
    select
        length({{ firstparty.text_literal("it's") }}) as quote_length,
        length({{ firstparty.text_literal('a\\nb') }}) as backslash_length,
        length({{ firstparty.text_literal('a\nb') }}) as line_end_length,
        length({{ firstparty.text_literal('') }}) as empty_length,
        {{ firstparty.text_literal(none) }} as missing
),

assert_text_literal_cases as (
    select
        quote_length,
        backslash_length,
        line_end_length,
        empty_length,
        missing
    from lengths
    where
        quote_length != 4
        or backslash_length != 4
        or line_end_length != 3
        or empty_length != 0
        or missing is not null
)

select * from assert_text_literal_cases
