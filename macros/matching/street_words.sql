{#- The words of an address with the usual words for streets shortened. -#}
{% macro street_words(text) -%}
    {%- set address = namespace(expression="' ' || " ~ text ~ " || ' '") -%}
    {%- for long, short in {
        'street': 'st', 'avenue': 'ave', 'road': 'rd', 'drive': 'dr', 'lane': 'ln', 'court': 'ct', 'place': 'pl',
        'crescent': 'cres', 'boulevard': 'blvd', 'square': 'sq', 'terrace': 'tce', 'highway': 'hwy', 'close': 'cl',
        'strasse': 'str', 'apartment': 'apt',
    }.items() -%}
        {%- set address.expression = "replace(" ~ address.expression ~ ", ' " ~ long ~ " ', ' " ~ short ~ " ')" -%}
    {%- endfor -%}
    trim({{ address.expression }})
{%- endmacro %}
