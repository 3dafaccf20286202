{#-
    The suffixes behind a name, or in a suffix column, as they were written but without dots: `John Smith, Ph.D.` gives `PhD`.
    Null without one.
-#}
{% macro name_suffix(expression) -%}
    {%- set suffix = firstparty.name_suffix_pattern() -%}
    {{ firstparty.replace_pattern(
        firstparty.extract_pattern(
            firstparty.collapsed_text(expression),
            '(?:^|[\\s,(])(' ~ suffix ~ '(?:[\\s,.)(]+' ~ suffix ~ ')*)(?:' ~ firstparty.name_mark_pattern() ~ '*$|[.)]*\\s*,)',
            1
        ),
        '[.,()]',
        ''
    ) }}
{%- endmacro %}
