{#-
    Regular expression for a text that stands where a name should: what forms and exports write for a missing one, and text without
    a letter. `Na` and `Nan` are names. How long a text is it does not ask: engines take longer to make an expression that counts
    to 200 than to use it.
-#}
{% macro name_placeholder_pattern() -%}
    {%- set words = [
        'null', 'nil', 'none', 'n/a', 'n[.]a', 'unknown', 'undefined', 'missing', 'test(?:\\s?test)?', 'x{2,}', 'anonymous', 'anonym',
        'unbekannt', 'inconnue?', 'desconocid[oa]', 'not\\s(?:available|applicable|provided)'
    ] -%}
    (?i)^(?:[^\p{L}]*|{{ words | join('|') }})$
{%- endmacro %}
