{#-
    Regular expression for one character that may stand around a name and is no part of it: blank, quote, bracket, punctuation.
    The apostrophe is none of them, because names begin with it ('t Hooft). Dashes are left out where they join two names.
-#}
{% macro name_mark_pattern(dashes=true) -%}
    [\s"“”„‟«»‹›`´.,;:!?_*+=/\\|()\[\]{}<>#~^{{ "–—-" if dashes }}]
{%- endmacro %}
