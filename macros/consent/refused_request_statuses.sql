{#- The statuses of a privacy request that was not granted, as a list of SQL literals. -#}
{% macro refused_request_statuses() -%}
    'denied', 'rejected', 'refused', 'cancelled', 'canceled', 'duplicate', 'identity_not_verified'
{%- endmacro %}
