{#-
    A phone number as Google's library has it: a plus sign and every digit. It adds no country code and repairs neither `00` nor a trunk
    `0`, and it keeps digits of other scripts, so feed it valid E.164 only.
-#}
{% macro google_phone(expression) -%}
    '+' || {{ firstparty.null_if_empty(firstparty.replace_pattern(expression, '[^\\p{Nd}]', '')) }}
{%- endmacro %}
