{#- A text in Latin letters as words of letters and digits with single spaces between; null when nothing is left. -#}
{% macro words_only(text) -%}
    {{ firstparty.null_if_empty('trim(' ~ firstparty.replace_pattern(text, '[^a-z0-9]+', ' ') ~ ')') }}
{%- endmacro %}
