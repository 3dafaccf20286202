{#-
    Text in normal form C, without white space, control and invisible characters at either end; null for ''. Inner text stays.
    The ends are a regular expression because trim() keeps tab and newline, and \s is ASCII only: it keeps the no-break space.
    Most columns hold text that is so already, which a simple pattern tells in half the time.
-#}
{% macro clean_text(expression) -%}
    {%- set cleaned = firstparty.null_if_empty(firstparty.replace_pattern(
        firstparty.nfc(expression), '^[\\p{Z}\\p{Cc}\\p{Cf}]+|[\\p{Z}\\p{Cc}\\p{Cf}]+$', ''
    )) -%}
    {%- if modules.re.fullmatch('[\\w.]+', expression) -%}
        case
            when {{ firstparty.matches_pattern(expression, '^[!-~](?:[ -~]*[!-~])?\\z') }} then {{ expression }}
            else {{ cleaned }}
        end
    {%- else -%}
        {{ cleaned }}
    {%- endif -%}
{%- endmacro %}
