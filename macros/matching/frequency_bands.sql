{#-
    The fields whose exact agreement is told apart by how frequent the value is, each with the upper ends of its bands (share of
    all records; the last band has none). To agree on a rare name says more than to agree on a common one.
-#}
{% macro frequency_bands() -%}
    {%- set bands = {'given': [0.0003, 0.003], 'family': [0.0003, 0.003], 'birth': [0.001]} -%}
    {%- for attribute in var('person_attributes') -%}
        {%- do bands.update({attribute: [0.0003, 0.003]}) -%}
    {%- endfor -%}
    {{ return(bands) }}
{%- endmacro %}
