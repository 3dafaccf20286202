{#-
    The moment up to which consent events must have been loaded to count, as a timestamp literal: var `consent_known_at`,
    else `as_of`. Set both to a past day to ask what was decided then; set only `as_of` to ask what we now know was true.
-#}
{% macro consent_known_at() -%}
    {%- set day = var('consent_known_at') -%}
    {%- if day is none -%}
    {{ firstparty.as_of() }}
    {%- else -%}
    cast('{{ day }} 00:00:00' as timestamp)
    {%- endif -%}
{%- endmacro %}
