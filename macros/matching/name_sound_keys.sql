{#- The keys of what a name sounds like, in the order in which the Python function name_forms gives them after the version of its rules. -#}
{% macro name_sound_keys() -%}
    {{ return(['sound', 'other', 'skeleton', 'first', 'last', 'broad']) }}
{%- endmacro %}
