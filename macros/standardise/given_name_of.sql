{#-
    The given name out of a full name: the first word, or the first one after the comma of `Family, Given`; a Han or Hangul name
    is read as comma_after_family_name says. A single word is a given name, but behind a title (`Mrs Smith`) or a particle in
    lower case (`van Dijk`) it is a family name, and the given name null.
-#}
{% macro given_name_of(full_name) -%}
    {%- set mark = firstparty.name_mark_pattern() -%}
    {%- set title_and_family_name = '^' ~ mark ~ '*' ~ firstparty.name_title_pattern() ~ '[^\\s,]+' ~ mark ~ '*$' -%}
    {%- set particles_and_family_name = '^(?:' ~ firstparty.name_particle_pattern() ~ '\\s)+[^\\s,]+$' -%}
    {{ firstparty.extract_pattern(
        firstparty.replace_pattern(
            firstparty.comma_after_family_name(firstparty.clean_words(firstparty.replace_pattern(
                firstparty.collapsed_text(full_name), title_and_family_name, ''
            ))),
            particles_and_family_name,
            ''
        ),
        '^(?:[^,]*,\\s*)?([^\\s,]+?)[.]?(?:[\\s,]|$)',
        1
    ) }}
{%- endmacro %}
