{#-
    Like clean_text, and inside: runs of white space and control characters become one space; soft hyphens, zero-width spaces,
    byte-order and direction marks, which arrive by copy and paste, are removed. The joiners that Persian and Indic scripts
    write inside words (U+200C, U+200D) stay.
-#}
{% macro single_line_text(expression) -%}
    nullif(trim({{ firstparty.replace_pattern(
        firstparty.replace_pattern(
            firstparty.nfc(expression),
            '[\\x{AD}\\x{200B}\\x{200E}\\x{200F}\\x{202A}-\\x{202E}\\x{2060}-\\x{2069}\\x{FEFF}]+',
            ''
        ),
        '[\\p{Z}\\p{Cc}]+',
        ' '
    ) }}), '')
{%- endmacro %}
