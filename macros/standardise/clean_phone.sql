{#-
    A phone number as E.164; null for what is not a valid number. A number without country code is read as dialled in the
    record's country, else in var `default_country`, else not at all. Calls the Python function phone_e164: use it in tables.
-#}
{% macro clean_phone(expression, country='null') -%}
    phone_e164({{ expression }}, coalesce({{ country }}, {{ firstparty.default_country() }}))
{%- endmacro %}
