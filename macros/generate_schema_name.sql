{#- A layer's schema is the layer's own name, with no target prefix: dashboards and syncs depend on
    the addresses. Used when firstparty is the root project; as a package, the host's rule applies. -#}
{% macro generate_schema_name(custom_schema_name, node) -%}
    {{ (custom_schema_name or target.schema) | trim }}
{%- endmacro %}
