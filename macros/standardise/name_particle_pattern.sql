{#-
    Regular expression for one particle that belongs to the family name behind it: Dutch, German, Nordic, French, Spanish,
    Portuguese, Italian, Arabic, Hebrew. Single letters (`e`, `y`, `o`) are left out: in English names they are initials.
-#}
{% macro name_particle_pattern() -%}
    {%- set particles = [
        'van', 'vander', 'vanden', 'von', 'vom', 'der', 'den', 'ter', 'ten', 'te', 'het', '\\x27t', 'op', 'zu', 'zum', 'zur', 'af', 'av',
        'de', 'del', 'della', 'dello', 'degli', 'dei', 'di', 'da', 'das', 'dos', 'do', 'du', 'des', 'la', 'las', 'le', 'les', 'los',
        'el', 'al', 'bin', 'ibn', 'ben', 'bint', 'st[.]?', 'saint', 'san', 'santa', 'mac', 'mc'
    ] -%}
    (?:{{ particles | join('|') }})
{%- endmacro %}
