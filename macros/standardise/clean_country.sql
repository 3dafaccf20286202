{#-
    A country as ISO 3166-1 alpha-2 from a code or a name in one of some forty languages; null when it is not known.
    Calls the Python function country_iso2: use it in tables.
-#}
{% macro clean_country(expression) -%}
    country_iso2({{ expression }})
{%- endmacro %}
