{#-
    What stands between given and family name of a full name, without the dot of a last initial; null when nothing does.
-#}
{% macro middle_name_of(full_name) -%}
    nullif(trim(coalesce(
        {{ firstparty.extract_pattern(
            firstparty.clean_words(full_name), '^[^,]+,\\s*[^\\s,]+\\s+(.+?)[.]?$', 1
        ) }},
        {{ firstparty.replace_pattern(
            firstparty.clean_words(full_name),
            '^[^,]+,.*$|^' ~ firstparty.family_name_pattern() ~ '|^\\S+|[.]?' ~ firstparty.family_name_pattern(),
            ''
        ) }}
    )), '')
{%- endmacro %}
