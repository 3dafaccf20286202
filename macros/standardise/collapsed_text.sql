{#-
    Text in normal form C on one line: runs of white space and control characters become one space; soft hyphens, zero-width
    spaces, byte-order and direction marks, which arrive by copy and paste, are removed. The joiners that Persian and Indic
    scripts write inside words (U+200C, U+200D) stay. One space may be left at either end.
-#}
{% macro collapsed_text(expression) -%}
    {{ firstparty.replace_pattern(
        firstparty.replace_pattern(
            firstparty.nfc(expression),
            '[\\x{AD}\\x{200B}\\x{200E}\\x{200F}\\x{202A}-\\x{202E}\\x{2060}-\\x{2069}\\x{FEFF}]+',
            ''
        ),
        '[\\p{Z}\\p{Cc}]+',
        ' '
    ) }}
{%- endmacro %}
