{#-
    The given name out of a full name: the first word, or the first one after the comma of `Family, Given`, or the second word
    of a Han or Hangul name, which is written family first. A single word is taken for a given name; a particle with one word
    (`van Dijk`) for a family name.
-#}
{% macro given_name_of(full_name) -%}
    {{ firstparty.extract_pattern(
        firstparty.replace_pattern(
            firstparty.clean_name(full_name), '^(?:' ~ firstparty.name_particle_pattern() ~ '\\s+)+[^\\s,]+$', ''
        ),
        '^(?:[^,]*,\\s*|[\\x{3400}-\\x{9FFF}\\x{AC00}-\\x{D7AF}]\\S*\\s+)?([^\\s,]+)',
        1
    ) }}
{%- endmacro %}
