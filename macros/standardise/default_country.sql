{#-
    Var `default_country` as a SQL literal: an ISO 3166-1 alpha-2 code, or null.
-#}
{% macro default_country() -%}
    {%- set country = var('default_country', none) -%}
    {{ "'" ~ country ~ "'" if country else "cast(null as string)" }}
{%- endmacro %}
