{#-
    Regular expression for the family name at the end of a name without comma, with the blank in front of it: the last word, the
    particles before it, and of `Ortega y Gasset` the first part too. A name may begin with particles only in lower case
    (`van Dijk`), because Van and Ben are given names as well.
-#}
{% macro family_name_pattern() -%}
    {%- set particle = firstparty.name_particle_pattern() -%}
    (?:^(?:{{ particle }}\s)+|(?:\s[^\s,]+\sy|(?:\s(?i:{{ particle }}))+)?\s)[^\s,]+$
{%- endmacro %}
