{#-
    The fields of one CSV record as a list of text, or null when a quote is out of place. A quote within an unquoted field stands for
    itself (5" pipe). The delimiter put before the text makes every field start with one, so that no match is empty.

    DuckDB: cutting by a regular expression costs ten times as much as by a sign, so where every quote opens, closes or doubles,
    the delimiters between quotes are masked with U+FFFF, which is no character, and the text is cut at those left over.
    Spark: Java repeats a group by calling itself and runs out of stack on long texts, unless the group gives nothing
    back (`*+`); here it never has to, since only one reading of a field can be followed by a delimiter or the end.
-#}
{% macro csv_fields(text, delimiter) -%}
    {{ return(adapter.dispatch('csv_fields', 'firstparty')(text, delimiter)) }}
{%- endmacro %}

{% macro duckdb__csv_fields(text, delimiter) -%}
    {%- set sign = {'\t': '\\t'}.get(delimiter, '[' ~ delimiter ~ ']') -%}
    {%- set other = '[^"\\n' ~ sign.strip('[]') ~ ']' -%}
    {%- set not_sign = '[^\\n' ~ sign.strip('[]') ~ ']' -%}
    {%- set quoted = '"(?:[^"]|"")*"' -%}
    {%- set field = sign ~ '(' ~ quoted ~ '|(?:' ~ other ~ not_sign ~ '*)?)' -%}
    case
        when not contains({{ text }}, '"') then string_split({{ text }}, '{{ delimiter }}')
        when regexp_full_match('{{ delimiter }}' || {{ text }}, '(?:{{ sign }}(?:{{ quoted }}|{{ other }}*))*')
            then list_transform(
                string_split(
                    array_to_string(
                        list_transform(
                            string_split({{ text }}, '"'),
                            lambda piece, place: case
                                when place % 2 = 0 then replace(piece, '{{ delimiter }}', chr(65535))
                                else piece
                            end
                        ),
                        '"'
                    ),
                    '{{ delimiter }}'
                ),
                lambda field: case
                    when starts_with(field, '"')
                        then replace(replace(field[2:-2], '""', '"'), chr(65535), '{{ delimiter }}')
                    else field
                end
            )
        when regexp_full_match('{{ delimiter }}' || {{ text }}, '(?:{{ field }})*')
            then list_transform(
                regexp_extract_all('{{ delimiter }}' || {{ text }}, '{{ field }}', 1),
                lambda field: case
                    when starts_with(field, '"') then replace(field[2:-2], '""', '"')
                    else field
                end
            )
    end
{%- endmacro %}

{% macro spark__csv_fields(text, delimiter) -%}
    {%- set sign = modules.re.escape(delimiter) -%}
    {%- set cut = firstparty.text_literal(sign) -%}
    {%- set field = sign ~ '("[^"]*+(?:""[^"]*+)*+"|(?:[^"\\n' ~ sign ~ '][^\\n' ~ sign ~ ']*+)?)' -%}
    case
        when not contains({{ text }}, '"') then split({{ text }}, {{ cut }}, -1)
        when concat('{{ delimiter }}', {{ text }}) rlike {{ firstparty.text_literal('\\A(?:' ~ field ~ ')*+\\z') }}
            then transform(
                regexp_extract_all(concat('{{ delimiter }}', {{ text }}), {{ firstparty.text_literal(field) }}, 1),
                field -> case
                    when startswith(field, '"') then replace(substring(field, 2, length(field) - 2), '""', '"')
                    else field
                end
            )
    end
{%- endmacro %}

{% macro default__csv_fields(text, delimiter) -%}
    {{ firstparty.raise_unsupported_engine('csv_fields') }}
{%- endmacro %}
