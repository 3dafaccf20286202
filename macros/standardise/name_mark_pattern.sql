{#-
    Regular expression for one character that may stand around a name and is no part of it: blank, quote, bracket, punctuation.
    The apostrophe is none of them, because names begin with it ('t Hooft).
-#}
{% macro name_mark_pattern() -%}
    [\s"“”„‟«»‹›`´.,;:!?_*+=/\\|()\[\]{}<>#~^–—-]
{%- endmacro %}
