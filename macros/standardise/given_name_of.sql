{#-
    The given name out of a full name: the first word, or the first one after the comma of `Family, Given`, or the second word
    of a Han or Hangul name, which is written family first. A single word is a given name, but behind a title (`Mrs Smith`) or
    a particle in lower case (`van Dijk`) it is a family name, and the given name null.
-#}
{% macro given_name_of(full_name) -%}
    {%- set mark = firstparty.name_mark_pattern() -%}
    {%- set title_and_family_name = '^' ~ mark ~ '*' ~ firstparty.name_title_pattern() ~ '[^\\s,]+' ~ mark ~ '*$' -%}
    {%- set particles_and_family_name = '^(?:' ~ firstparty.name_particle_pattern() ~ '\\s)+[^\\s,]+$' -%}
    {%- set family_first = '[^,]*,\\s*|[\\x{3400}-\\x{9FFF}\\x{AC00}-\\x{D7AF}]\\S*\\s' -%}
    {{ firstparty.extract_pattern(
        firstparty.replace_pattern(
            firstparty.clean_name(firstparty.replace_pattern(
                firstparty.collapsed_text(full_name), title_and_family_name, ''
            )),
            particles_and_family_name,
            ''
        ),
        '^(?:' ~ family_first ~ ')?([^\\s,]+?)[.]?(?:[\\s,]|$)',
        1
    ) }}
{%- endmacro %}
