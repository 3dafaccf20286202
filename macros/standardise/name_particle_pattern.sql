{#-
    Regular expression for one particle that belongs to the family name behind it. Dutch, German, French, Spanish, Portuguese,
    Italian, Arabic and Hebrew. `ben` and `bin` are left out at the start of a name by the callers, which ask for lower case there.
-#}
{% macro name_particle_pattern() -%}
    (?:van|von|vom|vander|vanden|der|den|ter|ten|te|het|\x27t|op|zu|zum|zur|und|af|av|de|del|della|dello|degli|dei|di|da|das|dos|do|du|des|la|las|le|les|lo|los|el|al|bin|ibn|ben|bint|y|e|st|saint|san|santa|mac|mc|o)
{%- endmacro %}
