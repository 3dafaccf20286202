{#-
    A given or family name as Meta's parameter builder has it: lower case, without white space and ASCII punctuation; accents and other
    scripts kept.
-#}
{% macro meta_name(expression) -%}
    {%- set dropped = '[\\x{21}-\\x{2F}\\x{3A}-\\x{40}\\x{5B}-\\x{60}\\x{7B}-\\x{7E}'
        ~ firstparty.unicode_whitespace('javascript') ~ ']+' -%}
    {{ firstparty.null_if_empty(firstparty.unicode_lower(firstparty.replace_pattern(expression, dropped, ''))) }}
{%- endmacro %}
