{#-
    What stands between given and family name of a full name, without the dot of a last initial; null when nothing does.
-#}
{% macro middle_name_of(full_name) -%}
    {%- set behind_the_comma = firstparty.extract_pattern(
        firstparty.clean_words(full_name), '^[^,]+,\\s*[^\\s,]+\\s+(.+?)[.]?$', 1
    ) -%}
    {%- set before_the_last_word = firstparty.replace_pattern(
        firstparty.clean_words(full_name),
        '^[^,]+,.*$|^' ~ firstparty.family_name_pattern() ~ '|^\\S+|[.]?' ~ firstparty.family_name_pattern(),
        ''
    ) -%}
    {{ firstparty.null_if_empty('trim(coalesce(' ~ behind_the_comma ~ ', ' ~ before_the_last_word ~ '))') }}
{%- endmacro %}
