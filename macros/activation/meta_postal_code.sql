{#-
    A postal code for Meta: lower case, what stands before the first hyphen, without spaces; null when shorter than two characters.
    Meta's two libraries disagree on inner spaces (`SW1A 1AA`); they are taken out, which is the written rule and one of the libraries.
    This is the one field where the parameter builder is not followed.
-#}
{% macro meta_postal_code(expression) -%}
    {%- set code = firstparty.replace_pattern(
        firstparty.replace_pattern(firstparty.unicode_lower(expression), '(?s)-.*', ''),
        '[' ~ firstparty.unicode_whitespace('javascript') ~ ']+',
        ''
    ) -%}
    case when length({{ code }}) >= 2 then {{ code }} end
{%- endmacro %}
