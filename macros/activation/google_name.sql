{#-
    A given or family name as Google's library has it: trimmed and lower case, punctuation, accents and inner spaces kept.
    Google's written rules say "no punctuation"; the library that computes what Google matches on keeps it, and it is followed.
    Titles (Mrs.) and suffixes (Jr.) are taken off upstream.
-#}
{% macro google_name(expression) -%}
    {{ firstparty.null_if_empty(firstparty.unicode_lower(firstparty.trim_whitespace(expression, 'python'))) }}
{%- endmacro %}
