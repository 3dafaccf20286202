{#-
    The words of an address with the usual words for streets shortened. Blanks are doubled for as long as words are replaced, so
    that each word has its own on either side, the second of two equal ones too.
-#}
{% macro street_words(text) -%}
    {%- set address = namespace(expression="' ' || replace(" ~ text ~ ", ' ', '  ') || ' '") -%}
    {%- for long, short in {
        'street': 'st', 'avenue': 'ave', 'road': 'rd', 'drive': 'dr', 'lane': 'ln', 'court': 'ct', 'place': 'pl',
        'crescent': 'cres', 'boulevard': 'blvd', 'square': 'sq', 'terrace': 'tce', 'highway': 'hwy', 'close': 'cl',
        'strasse': 'str', 'apartment': 'apt',
    }.items() -%}
        {%- set address.expression = "replace(" ~ address.expression ~ ", ' " ~ long ~ " ', ' " ~ short ~ " ')" -%}
    {%- endfor -%}
    trim(replace({{ address.expression }}, '  ', ' '))
{%- endmacro %}
