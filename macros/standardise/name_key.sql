{#-
    A name for comparison: transliterated, lower case, a to z only; null when nothing is left. `Łódź-Müller` gives `lodzmuller`.
    Calls the Python function transliterated: use it in tables.
-#}
{% macro name_key(expression) -%}
    {{ firstparty.null_if_empty(firstparty.replace_pattern('lower(transliterated(' ~ expression ~ '))', '[^a-z]+', '')) }}
{%- endmacro %}
