{#-
    An identifier in the form in which it is hashed and compared, by its kind: an e-mail normalised, a phone number in E.164,
    anything else trimmed with hard-coded words left out. Null when it cannot be read as its kind.
    The kind is judged as it comes, so it may be raw text. Calls Python functions: use it in tables.
-#}
{% macro canonical_identifier(identifier_type, identifier_value, country) -%}
    case lower({{ firstparty.clean_text(identifier_type) }})
        when 'email' then {{ firstparty.clean_email(identifier_value) }}
        when 'phone'
            then {{ firstparty.clean_phone(identifier_value, firstparty.clean_country(country)) }}
        else {{ firstparty.known_identifier(identifier_value) }}
    end
{%- endmacro %}
