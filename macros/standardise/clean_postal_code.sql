{#-
    A postal code in the spelling of its country: upper case, the blank or dash where the country writes one, no `D-` in front.
    Of a ZIP+4 the five digits stay, because that is what the other records of the person have. A code that does not fit its
    country stays as letters and digits. Placeholders (00000, 99999, XXXXX, N/A …) are null.
-#}
{% macro clean_postal_code(expression, country='null') -%}
    {%- set code = firstparty.replace_pattern('upper(' ~ firstparty.nfc(expression) ~ ')', '[^\\p{L}\\p{M}\\p{N}]+', '') -%}
    {%- set placeholder = '^(?:[0 -]+|[9 -]+|[X -]+|NA|NULL|NONE|NIL|UNKNOWN|UNDEFINED|TEST)$' -%}
    {%- set spelled -%}
    case
        when {{ country }} in ('US', 'PR', 'GU', 'VI', 'AS', 'MP')
            then {{ firstparty.replace_pattern(code, '^(\\d{5})\\d{4}$', '\\1') }}
        when {{ country }} in ('GB', 'GG', 'JE', 'IM', 'CA')
            then {{ firstparty.replace_pattern(code, '^([A-Z0-9]{2,4})([A-Z0-9]{3})$', '\\1 \\2') }}
        when {{ country }} in ('NL', 'SE', 'CZ', 'SK', 'GR')
            then {{ firstparty.replace_pattern(code, '^(?:NL|SE|S|CZ|SK|GR)?(\\d{3,4})([A-Z0-9]{2})$', '\\1 \\2') }}
        when {{ country }} = 'IE'
            then {{ firstparty.replace_pattern(code, '^([A-Z0-9]{3})([A-Z0-9]{4})$', '\\1 \\2') }}
        when {{ country }} in ('PL', 'PT', 'BR')
            then {{ firstparty.replace_pattern(code, '^(\\d{2,5})(\\d{3})$', '\\1-\\2') }}
        when {{ country }} = 'JP'
            then {{ firstparty.replace_pattern(code, '^(\\d{3})(\\d{4})$', '\\1-\\2') }}
        when {{ country }} is not null
            then {{ firstparty.replace_pattern(code, '^(?:[A-Z]|[A-Z]{2})(\\d{4,6})$', '\\1') }}
        else {{ code }}
    end
    {%- endset -%}
    {{ firstparty.null_if_empty(firstparty.replace_pattern(spelled, placeholder, '')) }}
{%- endmacro %}
