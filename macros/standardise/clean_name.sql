{#-
    A name as it is shown: normal form C, one line, without quotes and punctuation around it, without titles and suffixes
    (name_prefix and name_suffix keep those), case as it was. Null for placeholders (null, n/a, unknown, test …), for text without
    a letter and for more than 200 characters: is_plausible_name tells the caller that something was there.
    'Family, Given' keeps its comma for given_name_of and family_name_of. Nothing else is cut.
-#}
{% macro clean_name(expression) -%}
    {%- set mark = '[\\s"“”„‟«»‹›`´.,;:!?_*+=/\\\\|()\\[\\]{}<>#~^–—-]' -%}
    {%- set without_title = firstparty.replace_pattern(
        firstparty.single_line_text(expression),
        '(?:^|,)' ~ mark ~ '*' ~ firstparty.name_title_pattern(),
        ', '
    ) -%}
    {%- set without_suffix = firstparty.replace_pattern(
        without_title,
        '(?:[\\s,(]+' ~ firstparty.name_suffix_pattern() ~ '[.)]*)+\\s*(?:,|$)',
        ','
    ) -%}
    {%- set core = firstparty.extract_pattern(
        without_suffix,
        '^' ~ mark ~ '*(?:\\x27' ~ mark ~ '*)?((?:\\x27[st]\\s\\S|[^\\x27’‘\\s]).*?)(?:\\x27|’|‘|' ~ mark ~ ')*$',
        1
    ) -%}
    {%- set placeholder = (
        '(?i)^(?:[^\\p{L}]*|null|nil|none|n/a|n\\.a|unknown|undefined|test|test\\s?test|missing|unbekannt|inconnue?|desconocid[oa]'
        ~ '|anonymous|anonym|not\\s(?:available|applicable|provided)|x{2,}|.{201,})$'
    ) -%}
    nullif({{ firstparty.replace_pattern(core, placeholder, '') }}, '')
{%- endmacro %}
