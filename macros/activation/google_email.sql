{#-
    An e-mail address as Google's library has it: trimmed, lower case; for gmail.com and googlemail.com the dots of the local part and
    everything from its first plus sign are dropped. The domain is never rewritten. Null where the library refuses: white space inside,
    not exactly one @, nothing on one side of it, or nothing left of the local part. A digest is not an address.
-#}
{% macro google_email(expression) -%}
    {%- set address -%}
        {{ firstparty.unicode_lower(firstparty.trim_whitespace(expression, 'python')) }}
    {%- endset -%}
    {%- set no_separator = '[^@' ~ firstparty.unicode_whitespace('python') ~ ']+' -%}
    case
        when not {{ firstparty.matches_pattern(address, '^' ~ no_separator ~ '@' ~ no_separator ~ '$') }} then cast(null as string)
        when {{ firstparty.matches_pattern(address, '^[.]*([+].*)?@(gmail|googlemail)[.]com$') }} then cast(null as string)
        when {{ firstparty.matches_pattern(address, '@(gmail|googlemail)[.]com$') }}
            then replace({{ firstparty.replace_pattern(address, '([+].*)?@.*$', '') }}, '.', '')
                || '@' || {{ firstparty.replace_pattern(address, '^.*@', '') }}
        else {{ address }}
    end
{%- endmacro %}
