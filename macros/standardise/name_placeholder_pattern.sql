{#-
    Regular expression for a text that stands where a name should: what forms and exports write for a missing one, text without
    a letter, and more than 200 characters. `Na` and `Nan` are names.
-#}
{% macro name_placeholder_pattern() -%}
    {%- set words = [
        'null', 'nil', 'none', 'n/a', 'n[.]a', 'unknown', 'undefined', 'missing', 'test(?:\\s?test)?', 'x{2,}', 'anonymous', 'anonym',
        'unbekannt', 'inconnue?', 'desconocid[oa]', 'not\\s(?:available|applicable|provided)'
    ] -%}
    (?i)^(?:[^\p{L}]*|{{ words | join('|') }}|.{201,})$
{%- endmacro %}
