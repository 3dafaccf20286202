{#-
    The family name out of a full name: the last word with the particles in front of it (`Ludwig van der Berg`), or what stands
    before the comma of `Family, Given`, or the only word behind a title; a Han or Hangul name is read as
    comma_after_family_name says. Null for a single word. Of two Spanish family names only the second is found: nothing tells
    the first from a middle name.
-#}
{% macro family_name_of(full_name) -%}
    {%- set mark = firstparty.name_mark_pattern() -%}
    {%- set title_and_family_name = '^' ~ mark ~ '*' ~ firstparty.name_title_pattern() ~ '([^\\s,]+?)' ~ mark ~ '*$' -%}
    coalesce(
        case
            when length({{ full_name }}) <= 200
                then {{ firstparty.null_if_empty(firstparty.replace_pattern(
                    firstparty.extract_pattern(firstparty.collapsed_text(full_name), title_and_family_name, 1),
                    firstparty.name_placeholder_pattern(),
                    ''
                )) }}
        end,
        {{ firstparty.replace_pattern(
            firstparty.extract_pattern(
                firstparty.comma_after_family_name(firstparty.clean_words(full_name)),
                '^[^,]+,|' ~ firstparty.family_name_pattern()
            ),
            '^\\s|[\\s,]+$',
            ''
        ) }}
    )
{%- endmacro %}
