{#-
    The titles in front of a name, or in a salutation column, as they were written but without dots: `Prof. Dr. Anna Maier`
    gives `Prof Dr`. Null without a title.
-#}
{% macro name_prefix(expression) -%}
    nullif(trim({{ firstparty.replace_pattern(
        firstparty.extract_pattern(
            firstparty.single_line_text(expression),
            '(?:^|,)[^\\p{L}]*(' ~ firstparty.name_title_pattern(alone=true) ~ ')',
            1
        ),
        '[.]',
        ''
    ) }}), '')
{%- endmacro %}
