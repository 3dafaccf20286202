{#-
    A phone number as Meta's parameter builder has it: ASCII digits only, leading zeros dropped. It adds no country code, so feed it valid
    E.164 only.
-#}
{% macro meta_phone(expression) -%}
    {{ firstparty.null_if_empty(
        firstparty.replace_pattern(firstparty.replace_pattern(expression, '[^0-9]', ''), '^0+', '')
    ) }}
{%- endmacro %}
