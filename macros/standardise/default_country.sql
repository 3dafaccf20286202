{#-
    Var `default_country` as a SQL literal: an ISO 3166-1 alpha-2 code, or null.
-#}
{% macro default_country() -%}
    {{ firstparty.text_literal(var('default_country')) }}
{%- endmacro %}
