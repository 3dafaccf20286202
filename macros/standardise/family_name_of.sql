{#-
    The family name out of a full name: the last word with the particles in front of it (`Ludwig van der Berg`), or what stands
    before the comma of `Family, Given`, or the first word of a Han or Hangul name. Null for a single word. Of two Spanish
    family names only the second is found: nothing in the text tells the first from a middle name.
-#}
{% macro family_name_of(full_name) -%}
    trim({{ firstparty.replace_pattern(
        firstparty.extract_pattern(
            firstparty.clean_name(full_name),
            '^[^,]+,|^[\\x{3400}-\\x{9FFF}\\x{AC00}-\\x{D7AF}]\\S*\\s|^(?:' ~ firstparty.name_particle_pattern()
            ~ '\\s+)+[^\\s,]+$|(?:\\s(?i:' ~ firstparty.name_particle_pattern() ~ '))*\\s[^\\s,]+$'
        ),
        ',',
        ''
    ) }})
{%- endmacro %}
