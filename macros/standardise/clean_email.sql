{#-
    An e-mail address in one spelling: normal form C, one line, lower case, without `mailto:`, a display name, angle brackets and
    quotes around it; null for everything that is not one address with a dot in its domain, without spaces, of at most 254
    characters, 64 of them before the @ (RFC 5321 §4.5.3.1). Dots and plus tags stay: which of them matter differs by provider and
    by destination.
    Most addresses are in that spelling already, which a simple pattern tells in a tenth of the time. Lengths are asked
    afterwards: in the pattern, what may come 64 times would be unrolled whenever an engine makes it.
-#}
{% macro clean_email(expression) -%}
    {%- set opening = '^(?:[^<>@]*<)?[\\s"\\x27(\\[]*(?:mailto:)?[\\s<"\\x27]*' -%}
    {%- set local_part = '[^\\s@<>()\\[\\],;:"\\\\]+' -%}
    {%- set domain = '(?:[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}_-]*[.])+\\p{L}[\\p{L}\\p{M}\\p{N}-]+' -%}
    {%- set closing = '(?:[?]\\S*)?[\\s>"\\x27)\\],;.]*$' -%}
    case
        when
            length({{ expression }}) <= 64
            and {{ firstparty.matches_pattern(expression, '^[a-z0-9._+-]+@(?:[a-z0-9][a-z0-9_-]*[.])+[a-z][a-z0-9-]+\\z') }}
            then {{ expression }}
        else {{ firstparty.kept_where(
            firstparty.extract_pattern(
                firstparty.nfc(firstparty.unicode_lower(firstparty.collapsed_text(expression))),
                opening ~ '(' ~ local_part ~ '@' ~ domain ~ ')' ~ closing,
                1
            ),
            "length(value) <= 254 and length(split_part(value, '@', 1)) <= 64"
        ) }}
    end
{%- endmacro %}
