{#-
    An e-mail address as Meta's parameter builder has it: trimmed and lower case, dots and plus signs kept; null where it is not an ASCII
    address with a dotted domain. A digest passes, in lower case.
-#}
{% macro meta_email(expression) -%}
    {%- set address = firstparty.unicode_lower(firstparty.trim_whitespace(expression, 'javascript')) -%}
    {%- set atom = '[a-z0-9_!#$%&\\x27*+/=?^`{|}~-]+' -%}
    {%- set label = '[a-z0-9]([a-z0-9-]*[a-z0-9])?' -%}
    {%- set pattern = '^' ~ atom ~ '([.]' ~ atom ~ ')*@(' ~ label ~ '[.])+' ~ label ~ '$' -%}
    case
        when {{ firstparty.is_digest(address) }} or {{ firstparty.matches_pattern(address, pattern) }}
            then {{ address }}
    end
{%- endmacro %}
