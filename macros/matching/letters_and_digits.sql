{#- The letters and digits of a text, lower case; null when there are none. -#}
{% macro letters_and_digits(text) -%}
    {{ firstparty.null_if_empty(firstparty.replace_pattern('lower(' ~ text ~ ')', '[^\\p{L}\\p{N}]+', '')) }}
{%- endmacro %}
