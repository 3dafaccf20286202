{#-
    The audiences that are built, by name: `recent_buyers` is the model aud_recent_buyers. A new audience is one file of SQL, one of
    YAML, and its name in this list (or in var `audiences` of a project that installs this one).
-#}
{% macro audience_names() -%}
    {{ return(var('audiences', ['lapsed_customers', 'loyal_customers', 'recent_buyers'])) }}
{%- endmacro %}
