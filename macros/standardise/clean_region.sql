{#-
    A region (state, province) as the code part of ISO 3166-2, where the country is known and knows it; else the text in
    upper case. Calls the Python function region_iso: use it in tables.
-#}
{% macro clean_region(expression, country='null') -%}
    region_iso({{ expression }}, {{ country }})
{%- endmacro %}
