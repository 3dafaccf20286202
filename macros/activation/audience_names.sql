{#-
    The audiences that are built, by name: `recent_buyers` is the model aud_recent_buyers. A new audience is one file of SQL, one of
    YAML, and its name in var `audiences`.
-#}
{% macro audience_names() -%}
    {{ return(var('audiences')) }}
{%- endmacro %}
