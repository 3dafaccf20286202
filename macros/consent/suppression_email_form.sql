{#-
    A second form of an address for the suppression list: what follows a plus sign is dropped, for Gmail the dots too, and
    googlemail.com is gmail.com, so that `j.doe+x@gmail.com` does not slip back in after `jdoe@gmail.com` was erased.
    Takes a clean e-mail (lower case, trimmed); null for null.
-#}
{% macro suppression_email_form(expression) -%}
    case
        when {{ expression }} like '%@gmail.com' or {{ expression }} like '%@googlemail.com'
            then {{ firstparty.replace_pattern(
                firstparty.replace_pattern(expression, '([+][^@]*)?@.*$', ''), '[.]', ''
            ) }} || '@gmail.com'
        else {{ firstparty.replace_pattern(expression, '[+][^@]*@', '@') }}
    end
{%- endmacro %}
