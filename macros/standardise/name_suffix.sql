{#-
    The suffixes behind a name, or in a suffix column, as they were written but without dots: `John Smith, Ph.D.` gives `PhD`.
    Null without one.
-#}
{% macro name_suffix(expression) -%}
    nullif({{ firstparty.replace_pattern(
        firstparty.extract_pattern(
            firstparty.single_line_text(expression),
            '(?:^|[\\s,(])(' ~ firstparty.name_suffix_pattern() ~ '(?:[\\s,.)(]+' ~ firstparty.name_suffix_pattern() ~ ')*)[.)]*\\s*(?:,|$)',
            1
        ),
        '[.,()]',
        ''
    ) }}, '')
{%- endmacro %}
