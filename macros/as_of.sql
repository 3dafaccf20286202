{#-
    The moment the build speaks for, as a UTC timestamp literal: midnight at the start of var `as_of`.
    "today" means the day on which the command started, so that one command sees one day throughout.
-#}
{% macro as_of() -%}
    {%- set day = var('as_of') | string -%}
    cast('{{ run_started_at.strftime("%Y-%m-%d") if day == "today" else day }} 00:00:00' as timestamp)
{%- endmacro %}
