{#-
    The titles in front of a name, or in a salutation column, as they were written but without dots: `Prof. Dr. Anna Maier`
    gives `Prof Dr`. Null without a title.
-#}
{% macro name_prefix(expression) -%}
    trim({{ firstparty.replace_pattern(
        firstparty.extract_pattern(
            firstparty.collapsed_text(expression),
            '(?:^|,)' ~ firstparty.name_mark_pattern() ~ '*(' ~ firstparty.name_title_pattern(alone=true) ~ ')',
            1
        ),
        '[.\\s]+',
        ' '
    ) }})
{%- endmacro %}
