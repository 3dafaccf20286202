{#-
    A text of any script in lower-case ASCII. Plain ASCII, which most text is, does not pass through the Python function
    transliterated: use it in tables all the same.
-#}
{% macro latin_text(expression) -%}
    lower(case
        when {{ firstparty.matches_pattern(expression, '^[\\x00-\\x7F]*$') }} then {{ expression }}
        else transliterated({{ expression }})
    end)
{%- endmacro %}
