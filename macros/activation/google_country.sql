{#-
    A country code as Google's library has it: trimmed, upper case, two characters, else null. It is not hashed. The library does not
    look the code up (UK, EU and XX pass), so feed it ISO 3166-1 codes only.
-#}
{% macro google_country(expression) -%}
    {%- set code -%}
        upper({{ firstparty.trim_whitespace(expression, 'python') }})
    {%- endset -%}
    case when length({{ code }}) = 2 then {{ code }} end
{%- endmacro %}
