{#-
    A name as it is shown: normal form C, one line, without quotes and punctuation around it, without titles and suffixes
    (name_prefix and name_suffix keep those), case as it was. Null for placeholders (null, n/a, unknown, test …), for text without
    a letter and for more than 200 characters; is_plausible_name tells the caller that there was more than could be used.
    'Family, Given' keeps its comma for given_name_of and family_name_of. Nothing else is cut.
    Most are one word of plain letters, of which nothing can be cut unless it is a title or a placeholder; they are told apart
    first, in a tenth of the time.
-#}
{% macro clean_name(expression) -%}
    case
        when
            {{ firstparty.matches_pattern(expression, '^[A-Za-z]+\\z') }}
            and length({{ expression }}) <= 200
            and not {{ firstparty.matches_pattern(expression, '^' ~ firstparty.name_title_pattern()) }}
            and not {{ firstparty.matches_pattern(expression, firstparty.name_placeholder_pattern()) }}
            then {{ expression }}
        else {{ firstparty.clean_words(expression) }}
    end
{%- endmacro %}


{#- The same without the look for one plain word, for text that mostly has more than one. -#}
{% macro clean_words(expression) -%}
    {%- set mark = firstparty.name_mark_pattern() -%}
    {%- set suffix = firstparty.name_suffix_pattern() -%}
    {%- set without_title = firstparty.replace_pattern(
        firstparty.collapsed_text(expression), '(?:^|,)(?:[\\x27‘’]|' ~ mark ~ ')*' ~ firstparty.name_title_pattern(), ', '
    ) -%}
    {%- set without_suffix = firstparty.replace_pattern(
        without_title, '(?:[\\s,(]+' ~ suffix ~ '[.)]*)+(?:(?:[\\x27‘’]|' ~ mark ~ ')*$|\\s*,)', ','
    ) -%}
    {%- set bare = firstparty.extract_pattern(
        without_suffix,
        '^' ~ mark ~ '*(?:[\\x27‘’]' ~ mark ~ '*)*?((?:[\\x27’][st]\\s|[^\\x27‘’\\s]).*?)(?:[\\x27‘’]|' ~ mark ~ ')*$',
        1
    ) -%}
    case
        when length({{ expression }}) <= 200
            then {{ firstparty.null_if_empty(firstparty.replace_pattern(bare, firstparty.name_placeholder_pattern(), '')) }}
    end
{%- endmacro %}
