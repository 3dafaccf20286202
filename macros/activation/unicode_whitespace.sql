{#-
    The characters that a platform's library takes for white space, as the inside of a bracket expression. `\s` is ASCII only on both
    engines, and the libraries themselves differ: Python (Google) counts the separators 1C to 1F and 85, JavaScript (Meta) counts FEFF.
-#}
{% macro unicode_whitespace(language) -%}
    {%- set shared = '\\t-\\r \\x{A0}\\x{1680}\\x{2000}-\\x{200A}\\x{2028}\\x{2029}\\x{202F}\\x{205F}\\x{3000}' -%}
    {%- set further = {'python': '\\x{1C}-\\x{1F}\\x{85}', 'javascript': '\\x{FEFF}'} -%}
    {{ return(shared ~ further[language]) }}
{%- endmacro %}
