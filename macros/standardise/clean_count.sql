{#-
    A whole number; null for what is none. A fraction of nothing (`2.0`, as a tool writes that keeps numbers as floating ones) is
    dropped; any other fraction makes it no whole number. Signs and blanks around it are read, grouped thousands are not.
-#}
{% macro clean_count(expression) -%}
    {{ firstparty.try_cast_to(
        firstparty.extract_pattern(firstparty.clean_text(expression), '^([+-]?\\d{1,18})(?:[.]0*)?$', 1), 'bigint'
    ) }}
{%- endmacro %}
